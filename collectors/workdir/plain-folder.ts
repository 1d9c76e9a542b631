import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { SourceFailure } from '#data/model/failures.ts'

interface IgnoreFile {
  /** Folder it lies in, relative to the root, with a final `/` unless it is the root. */
  readonly folder: string
  readonly patterns: Ignore
}

const MOST_FILES = 500_000

/**
 * Paths of the files and symbolic links under a folder without git, less what its `.gitignore` files leave out, so that
 * an unpacked archive that was built in is judged like its repository. Links are not followed.
 */
export function listFolder(root: string): readonly string[] {
  const found: string[] = []
  walk(root, '', [], found)
  return found
}

function walk(root: string, folder: string, outer: readonly IgnoreFile[], found: string[]): void {
  const children = readFolder(join(root, folder))
  const own = children.some((child) => child.name === '.gitignore' && child.isFile())
    ? readIgnoreFile(root, folder)
    : []
  const ignoreFiles = [...outer, ...own]
  for (const child of children) {
    const path = folder + child.name
    if (child.name === '.git') continue
    if (child.isDirectory()) {
      if (!isIgnored(`${path}/`, ignoreFiles)) walk(root, `${path}/`, ignoreFiles, found)
    } else if ((child.isFile() || child.isSymbolicLink()) && !isIgnored(path, ignoreFiles)) {
      found.push(path)
    }
  }
  if (found.length > MOST_FILES) throw new SourceFailure('too-large', `${root} holds more than ${MOST_FILES} files`)
}

function readFolder(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch (cause) {
    throw new SourceFailure('forbidden', `the folder ${path} could not be read`, { cause })
  }
}

function readIgnoreFile(root: string, folder: string): readonly IgnoreFile[] {
  const text = readFileSync(join(root, folder, '.gitignore'), 'utf8')
  return [{ folder, patterns: ignore({ ignoreCase: false, allowRelativePaths: true }).add(text) }]
}

/** As in git, the deepest file that has an opinion decides. */
function isIgnored(path: string, ignoreFiles: readonly IgnoreFile[]): boolean {
  for (const { folder, patterns } of ignoreFiles.toReversed()) {
    const verdict = patterns.test(path.slice(folder.length))
    if (verdict.ignored) return true
    if (verdict.unignored) return false
  }
  return false
}
