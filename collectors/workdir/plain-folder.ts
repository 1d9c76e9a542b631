import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SourceFailure } from '#data/model/failures.ts'
import { readIgnorePatterns } from './ignore-patterns.ts'

interface IgnoreFile {
  /** Folder it lies in, relative to the root, with a final `/` unless it is the root. */
  readonly folder: string
  readonly opinionOf: ReturnType<typeof readIgnorePatterns>
}

const MOST_FILES = 500_000

/** What leaves out files, and what is known of a folder already. */
export interface Listing {
  /** Files whose patterns stand behind those of every `.gitignore`, the last first. */
  readonly ignoreFiles: readonly string[]
  readonly ignoresCase: boolean
  /** Whether git tracks the file at this path: it is left out of the answer. */
  isTracked(path: string): boolean
  /** Whether this folder is a repository of its own. */
  isForeign(folder: string, children: readonly Dirent[]): boolean
  /** What a name is called in the paths of the answer. */
  spell(name: string): string
  /** Told of each folder and file of patterns that the answer follows from, absolute. */
  sees?(place: string): void
}

const PLAIN: Listing = {
  ignoreFiles: [],
  ignoresCase: false,
  isTracked: () => false,
  isForeign: () => false,
  spell: (name) => name,
}

/**
 * Paths of the files and symbolic links under a folder, less what its `.gitignore` files leave out, so that an unpacked
 * archive that was built in is judged like its repository. Links are not followed. A folder that may not be looked into
 * is in the list with a final `/`.
 */
export function listFolder(root: string, listing: Listing = PLAIN): readonly string[] {
  const found: string[] = []
  const outer = listing.ignoreFiles.flatMap((file) => readIgnoreFile({ file, folder: '' }, listing))
  walk({ root, folder: '', outer }, listing, found)
  return found
}

interface Visit {
  readonly root: string
  readonly folder: string
  readonly outer: readonly IgnoreFile[]
}

function walk({ root, folder, outer }: Visit, listing: Listing, found: string[]): void {
  const place = join(root, folder)
  listing.sees?.(place)
  const children = readFolder(place)
  if (children === undefined) {
    if (folder === '') throw new SourceFailure('forbidden', `the folder ${root} could not be read`)
    found.push(folder)
    return
  }
  if (folder !== '' && listing.isForeign(folder.slice(0, -1), children)) return
  const own = children.some((child) => child.name === '.gitignore' && child.isFile())
    ? readIgnoreFile({ file: join(root, folder, '.gitignore'), folder }, listing)
    : []
  const ignoreFiles = [...outer, ...own]
  for (const child of children) {
    const path = folder + listing.spell(child.name)
    if (child.name === '.git') continue
    if (child.isDirectory()) {
      if (!isIgnored({ path, isFolder: true }, ignoreFiles))
        walk({ root, folder: `${path}/`, outer: ignoreFiles }, listing, found)
    } else if ((child.isFile() || child.isSymbolicLink()) && !listing.isTracked(path)) {
      if (!isIgnored({ path, isFolder: false }, ignoreFiles)) found.push(path)
    }
  }
  if (found.length > MOST_FILES) throw new SourceFailure('too-large', `${root} holds more than ${MOST_FILES} files`)
}

function readFolder(path: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    // The list says that there is more than it tells.
    return undefined
  }
}

/** A file of patterns that may not be read leaves nothing out, as with git. */
function readIgnoreFile(
  { file, folder }: { readonly file: string; readonly folder: string },
  { ignoresCase, sees }: Listing,
): readonly IgnoreFile[] {
  sees?.(file)
  try {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
    return [{ folder, opinionOf: readIgnorePatterns(text, { ignoresCase }) }]
  } catch {
    return []
  }
}

/** As in git, the deepest file that has an opinion decides. */
function isIgnored(
  { path, isFolder }: { readonly path: string; readonly isFolder: boolean },
  ignoreFiles: readonly IgnoreFile[],
): boolean {
  for (let index = ignoreFiles.length - 1; index >= 0; index--) {
    const file = ignoreFiles[index]
    const opinion = file?.opinionOf({ path: path.slice(file.folder.length), isFolder })
    if (opinion !== undefined) return opinion === 'ignored'
  }
  return false
}
