import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DESCRIPTOR, FOLDER } from '../policies/component.ts'

/** What is done to a good plugin on disk. Paths are relative to it; what stands at a path before is replaced. */
export type Act =
  | { readonly does: 'link'; readonly path: string; readonly to: string }
  | { readonly does: 'pipe' | 'socket' | 'folder' | 'remove'; readonly path: string }
  | { readonly does: 'write'; readonly path: string; readonly content: string }
  /** A file of so many zeros that takes no room. */
  | { readonly does: 'hole'; readonly path: string; readonly bytes: number }
  /** Nobody but the administrator may read it. */
  | { readonly does: 'lock'; readonly path: string }
  /** So many files in so many folders. */
  | { readonly does: 'fill'; readonly path: string; readonly folders: number; readonly files: number }
  /** Folders within folders. */
  | { readonly does: 'nest'; readonly path: string; readonly depth: number }

export interface BrokenTree {
  readonly how: string
  readonly acts: readonly Act[]
  /** Whether the good plugin is a repository of git before. */
  readonly isRepository: boolean
  /** Why files cannot be read, each code once, as rules say it; empty where nothing is in the way of any rule. */
  readonly reasons: readonly string[]
  /** Takes longer than a test may. */
  readonly isLarge?: boolean
}

const folder = (how: string, acts: readonly Act[], reasons: readonly string[] = []): BrokenTree => {
  return { how, acts, reasons, isRepository: false }
}
const repository = (how: string, acts: readonly Act[], reasons: readonly string[] = []): BrokenTree => {
  return { how, acts, reasons, isRepository: true }
}

const README = 'README.md'
const SOURCE = `${FOLDER}/business/Gear.java`
const CLASS = 'public class Gear {}'

const LOOPS: readonly Act[] = [
  { does: 'link', path: 'loop', to: '.' },
  { does: 'link', path: 'src/above', to: '..' },
  { does: 'link', path: 'a', to: 'b' },
  { does: 'link', path: 'b', to: 'a' },
  { does: 'link', path: 'self', to: 'self' },
  { does: 'link', path: 'nowhere', to: 'not/there' },
  { does: 'link', path: 'outside', to: '/' },
]

export const BROKEN_TREES: readonly BrokenTree[] = [
  folder('links in loops', LOOPS),
  repository('links in loops', LOOPS),
  folder('a pom that links to itself', [{ does: 'link', path: 'pom.xml', to: 'pom.xml' }], ['symbolic-link']),
  folder('a source that links to a device', [{ does: 'link', path: SOURCE, to: '/dev/zero' }], ['symbolic-link']),
  folder('a folder of sources that links out', [
    { does: 'remove', path: 'src/sql' },
    { does: 'link', path: 'src/sql', to: '/usr' },
  ]),
  ...[folder, repository].flatMap((tree) => [
    tree('a pipe where the pom is', [{ does: 'pipe', path: 'pom.xml' }]),
    tree('pipes where rules look', [
      { does: 'pipe', path: README },
      { does: 'pipe', path: SOURCE },
      { does: 'pipe', path: '.gitignore' },
      { does: 'pipe', path: 'parvis.yaml' },
    ]),
    tree('a socket where the descriptor is', [{ does: 'socket', path: DESCRIPTOR }]),
    tree(
      'files that nobody may read',
      [
        { does: 'lock', path: 'pom.xml' },
        { does: 'write', path: SOURCE, content: CLASS },
        { does: 'lock', path: SOURCE },
      ],
      ['unavailable'],
    ),
    tree('a folder that nobody may read', [
      { does: 'folder', path: 'private' },
      { does: 'lock', path: 'private' },
    ]),
    tree('a file where a folder is expected', [
      { does: 'remove', path: 'src' },
      { does: 'write', path: 'src', content: 'none' },
    ]),
    tree('a folder where a file is expected', [
      { does: 'remove', path: 'pom.xml' },
      { does: 'folder', path: 'pom.xml/inside' },
    ]),
    tree('names that no one types', [
      { does: 'write', path: 'src/java/a\nb\u001b[31m.java', content: 'class A {}' },
      { does: 'write', path: 'src/java/\u202e.java', content: 'class B {}' },
      { does: 'write', path: `src/java/${'x'.repeat(250)}.java`, content: 'class C {}' },
      { does: 'write', path: '-rf', content: '' },
    ]),
    tree('a file of five gigabytes', [{ does: 'hole', path: 'pom.xml', bytes: 5_000_000_000 }], ['too-large']),
    tree('folders in folders', [{ does: 'nest', path: 'deep', depth: 800 }]),
    tree('ignore patterns without end', [
      { does: 'write', path: '.gitignore', content: `${'**/a*'.repeat(200)}\n${'a?*[!b]**/\n'.repeat(2000)}` },
    ]),
    { ...tree('50,000 files', [{ does: 'fill', path: 'src/java/many', folders: 500, files: 100 }]), isLarge: true },
    {
      ...tree('50,000 files in one folder', [{ does: 'fill', path: 'src/java/one', folders: 1, files: 50_000 }]),
      isLarge: true,
    },
  ]),
  repository(
    'an index of noise',
    [{ does: 'write', path: '.git/index', content: 'DIRC\0\0\0\u0002'.repeat(100) }],
    ['invalid-answer'],
  ),
  repository('a head of noise', [{ does: 'write', path: '.git/HEAD', content: 'ref: ../../etc/passwd' }]),
  repository('a head that goes round', [{ does: 'write', path: '.git/HEAD', content: 'ref: HEAD' }]),
  repository('settings of noise', [{ does: 'write', path: '.git/config', content: '[a "' }], ['invalid-answer']),
  repository(
    'settings that include themselves',
    [{ does: 'write', path: '.git/config', content: '[include]\n\tpath = config\n' }],
    ['invalid-answer'],
  ),
  repository(
    'references of noise',
    [{ does: 'write', path: '.git/packed-refs', content: '\0'.repeat(1000) }],
    ['invalid-answer'],
  ),
  repository('references that link round', [
    { does: 'remove', path: '.git/refs/tags' },
    { does: 'link', path: '.git/refs/tags', to: '../refs' },
  ]),
  repository('a pipe where the head is', [{ does: 'pipe', path: '.git/HEAD' }], ['invalid-answer']),
  repository('a pipe among the references', [{ does: 'pipe', path: '.git/refs/tags/plugin-clock-1.0.0' }]),
  repository('no objects', [{ does: 'remove', path: '.git/objects' }]),
  folder('a .git that points at itself', [{ does: 'write', path: '.git', content: 'gitdir: .git\n' }]),
  folder('a .git that points at a pipe', [
    { does: 'pipe', path: 'pipe' },
    { does: 'write', path: '.git', content: 'gitdir: pipe\n' },
  ]),
]

/** Does it all in order. */
export function ruin(root: string, acts: readonly Act[]): void {
  for (const act of acts) ruinOne(root, act)
}

function ruinOne(root: string, act: Act): void {
  const place = join(root, act.path)
  if (act.does === 'lock') chmodSync(place, 0)
  else if (act.does === 'fill') fill(place, act)
  else if (act.does === 'nest') spawnSync('mkdir', ['-p', join(place, 'd/'.repeat(act.depth))])
  else {
    execFileSync('rm', ['-rf', place])
    if (act.does !== 'remove') mkdirSync(dirname(place), { recursive: true })
    put(place, act)
  }
}

function put(place: string, act: Act): void {
  if (act.does === 'link') symlinkSync(act.to, place)
  else if (act.does === 'pipe') execFileSync('mkfifo', [place])
  else if (act.does === 'socket') leaveSocket(place)
  else if (act.does === 'folder') mkdirSync(place, { recursive: true })
  else if (act.does === 'write') writeFileSync(place, act.content)
  else if (act.does === 'hole') leaveHole(place, act.bytes)
}

function leaveHole(place: string, bytes: number): void {
  const file = openSync(place, 'w')
  ftruncateSync(file, bytes)
  closeSync(file)
}

/** One whose server went without taking it away. */
function leaveSocket(place: string): void {
  // The path of a socket is short.
  const server = `require('node:net').createServer().listen('s', () => process.kill(process.pid, 'SIGKILL'))`
  spawnSync(process.execPath, ['-e', server], { cwd: dirname(place) })
  renameSync(join(dirname(place), 's'), place)
}

function fill(place: string, { folders, files }: { readonly folders: number; readonly files: number }): void {
  for (let folder = 0; folder < folders; folder++) {
    const inside = join(place, `f${folder}`)
    mkdirSync(inside, { recursive: true })
    for (let file = 0; file < files; file++) {
      const name = `A${folder}x${file}`
      writeFileSync(join(inside, `${name}.java`), `package many.f${folder};\n\npublic class ${name}\n{\n}\n`)
    }
  }
}
