import { existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { cp, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import { GENERATOR } from './src/policy.ts'

/** Throws a `UsageFailure` where a site would take the place of files that no build wrote. */
export function checkReplaceable(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found === undefined) return
  if (found.isDirectory() && (readdirSync(folder).every(isOfTheHost) || isSite(folder))) return
  throw new UsageFailure(
    'out-not-a-site',
    `${folder} is or holds something else than a site of Parvis: nothing was replaced`,
    {
      hint: 'Name a folder that is new, empty, or holds a site that was built before.',
    },
  )
}

/**
 * Puts a built site where another may be, by renaming: a process that is killed at any moment leaves the former one or
 * the new one, or the former one beside its place, which the next build puts back. Files of the host stay.
 */
export async function replaceFolder(from: string, to: string): Promise<void> {
  // Names that are nobody's: what bears them is removed.
  const [next, former] = [`${to}.parvis-next`, `${to}.parvis-former`]
  await clearFormer(former, to)
  await rm(next, { recursive: true, force: true })
  await mkdir(dirname(to), { recursive: true })
  await move(from, next)
  if (existsSync(to)) renameSync(to, former)
  renameSync(next, to)
  await clearFormer(former, to)
}

function isSite(folder: string): boolean {
  const index = join(folder, 'index.html')
  return existsSync(index) && readFileSync(index, 'utf8').includes(`<meta name="generator" content="${GENERATOR}"`)
}

/** What hosts of pages keep beside the site, `.git` and `.well-known` among it. */
function isOfTheHost(name: string): boolean {
  return name.startsWith('.')
}

async function clearFormer(former: string, to: string): Promise<void> {
  if (!existsSync(former)) return
  if (!existsSync(to)) return renameSync(former, to)
  for (const name of readdirSync(former).filter(isOfTheHost)) {
    if (!existsSync(join(to, name))) renameSync(join(former, name), join(to, name))
  }
  await rm(former, { recursive: true, force: true })
}

/** A folder of the same disk is moved, which takes no time; to another disk it is copied. */
async function move(from: string, to: string): Promise<void> {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    await cp(from, to, { recursive: true })
  }
}
