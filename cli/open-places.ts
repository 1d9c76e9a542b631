import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import { isMapping } from '#policies/options.ts'

interface Wanted {
  /** Folder that an internal site shall be written to. */
  readonly out: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** What GitHub Pages leaves in folders that it serves. */
const SIGNS_OF_PAGES = ['CNAME', '.nojekyll', '_config.yml']

/** An internal site is never written where others would read it; throws a `UsageFailure` that says why. */
export function refuseOpenPlace({ out, env }: Wanted): void {
  const why = reasonAgainst({ out, env })
  if (why === undefined) return
  throw new UsageFailure('site-internal-in-the-open', `the internal site is not written here: ${why}.`, {
    hint: 'Build it on a machine of the organisation, or let others have the public one: parvis site build',
  })
}

function reasonAgainst({ out, env }: Wanted): string | undefined {
  if (env.GITHUB_PAGES === 'true') return 'this build is set up for GitHub Pages'
  if (isOpenRepository(env.GITHUB_EVENT_PATH)) return 'this build runs for a repository that everybody can read'
  const sign = SIGNS_OF_PAGES.find((name) => [out, dirname(out)].some((folder) => existsSync(join(folder, name))))
  return sign === undefined ? undefined : `${out} is published by GitHub Pages, which ${sign} says`
}

/** Whether the event that a build was started by tells of a public repository; false where there is none to read. */
function isOpenRepository(path: string | undefined): boolean {
  if (path === undefined || !existsSync(path)) return false
  const event = readEvent(path)
  return isMapping(event) && isMapping(event.repository) && event.repository.private === false
}

function readEvent(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
