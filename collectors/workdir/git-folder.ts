import { closeSync, type Dirent, existsSync, fstatSync, lstatSync, openSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { SourceFailure } from '#data/model/failures.ts'
import { parseConfig, type Setting } from '../git/config-file.ts'
import { parseIndex, type TrackedFile } from '../git/index-file.ts'
import { readHead, readRefFiles } from '../git/ref-files.ts'
import { cloneSettings, knownRefs, REF_FOLDERS } from '../git/refs.ts'
import type { GitPlace } from '../git/run-git.ts'
import { type Listing, listFolder } from './plain-folder.ts'
import { placesUnder, userFolder } from './traces.ts'
import type { WorkTree } from './work-tree.ts'

/**
 * The checkout whose root this folder is, read from the files of its `.git` without starting git: over a fleet most of
 * the time went there. Undefined wherever the layout is not the plain one (a linked work tree, a submodule, settings
 * that take in others, a sparse or split index, another format of references): git is asked then.
 */
export function readGitFolder(place: GitPlace, traces: string[] = []): WorkTree | undefined {
  const gitFolder = join(place.directory, '.git')
  if (lstatSync(gitFolder, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined
  refuseSpecialFiles(gitFolder)
  const settings = readSettings(gitFolder)
  if (settings === undefined || !isPlain(settings)) return undefined
  const head = readHead(gitFolder)
  const refs = readRefFiles(gitFolder, REF_FOLDERS)
  const index = readIndex(join(gitFolder, 'index'))
  if (head === undefined || refs === undefined || index === undefined) return undefined
  const listing = untracked({ root: place.directory, gitFolder, settings, tracked: index.files, traces })
  if (listing === undefined) return undefined
  const own = ['HEAD', 'index', 'packed-refs', 'shallow', 'info/grafts'].map((name) => join(gitFolder, name))
  traces.push(...settingsFiles(gitFolder), ...own, ...placesUnder(join(gitFolder, 'refs')))
  return {
    place,
    folder: undefined,
    settings: cloneSettings(settings),
    known: knownRefs(refs),
    isShallow: existsSync(join(gitFolder, 'shallow')),
    head: head ?? undefined,
    files: { tracked: index.files, untracked: listFolder(place.directory, listing) },
    indexWrittenMs: index.writtenMs,
  }
}

/** Reading from a pipe waits for whoever writes into it, git as well as here. */
function refuseSpecialFiles(gitFolder: string): void {
  for (const name of ['HEAD', 'config', 'index', 'packed-refs', 'shallow', 'info/exclude']) {
    const stat = statSync(join(gitFolder, name), { throwIfNoEntry: false })
    if (stat !== undefined && !stat.isFile())
      throw new SourceFailure('invalid-answer', `${join(gitFolder, name)} is no file`)
  }
}

/** Of the machine, of the user and of the repository, in the order in which the later stands above the earlier. */
function readSettings(gitFolder: string): readonly Setting[] | undefined {
  const settings: Setting[] = []
  for (const file of settingsFiles(gitFolder)) {
    const read = parseConfig(readText(file) ?? '')
    if (read === undefined) return undefined
    settings.push(...read)
  }
  return settings
}

function settingsFiles(gitFolder: string): readonly string[] {
  return ['/etc/gitconfig', join(userFolder(), 'config'), join(homedir(), '.gitconfig'), join(gitFolder, 'config')]
}

/** Settings that move files or keep them in another way than the reader of this folder knows. */
function isPlain(settings: readonly Setting[]): boolean {
  return settings.every(([key, value]) => {
    if (key === 'core.bare') return value === 'false'
    if (key === 'extensions.objectformat') return value === 'sha1'
    if (key === 'extensions.refstorage') return value === 'files'
    if (key.startsWith('extensions.')) return ['extensions.partialclone', 'extensions.noop'].includes(key)
    return key !== 'core.worktree'
  })
}

interface Index {
  readonly files: readonly TrackedFile[]
  readonly writtenMs: number
}

/** Before anything was added there is no index. */
function readIndex(path: string): Index | undefined {
  if (!existsSync(path)) return { files: [], writtenMs: 0 }
  const file = openSync(path, 'r')
  try {
    const files = parseIndex(readFileSync(file))
    return files && { files, writtenMs: fstatSync(file).mtimeMs }
  } finally {
    closeSync(file)
  }
}

interface Checkout {
  readonly root: string
  readonly gitFolder: string
  readonly settings: readonly Setting[]
  readonly tracked: readonly TrackedFile[]
  readonly traces: string[]
}

/** How git finds files that it neither tracks nor is told to ignore. */
function untracked({ root, gitFolder, settings, tracked, traces }: Checkout): Listing | undefined {
  const last = (key: string) => settings.findLast(([name]) => name === key)?.[1]
  const named = last('core.excludesfile') ?? join(userFolder(), 'ignore')
  // `~somebody` and `%(prefix)` are git's to find.
  if (/^(?:~[^/]|%)/.test(named)) return undefined
  const own = resolve(root, named.replace(/^~(?=\/)/, homedir()))
  const paths = new Set(tracked.map(({ path }) => path))
  const sees = (place: string) => void traces.push(place)
  return {
    sees,
    ignoreFiles: [own, join(gitFolder, 'info/exclude')],
    ignoresCase: last('core.ignorecase') === 'true',
    isTracked: (path) => paths.has(path),
    isForeign: (folder, children) => paths.has(folder) || holdsRepository(join(root, folder), { children, sees }),
    spell: last('core.precomposeunicode') === 'true' ? (name) => name.normalize('NFC') : (name) => name,
  }
}

function holdsRepository(
  folder: string,
  { children, sees }: { readonly children: readonly Dirent[]; readonly sees: (place: string) => void },
): boolean {
  const git = children.find(({ name }) => name === '.git')
  if (git !== undefined) sees(join(folder, '.git'))
  return git !== undefined && (git.isFile() || existsSync(join(folder, '.git', 'HEAD')))
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
