import { gzipSync } from 'node:zlib'
import ignore from 'ignore'
import { type FileAtPath, walkTree } from '../world/git.ts'
import type { Commit, Repository } from '../world/model.ts'
import { tarEnd, tarEntry } from './tar.ts'

/** The archive of a commit as `git archive` makes it: one top folder, and the commit's id in a global header. */
export function archiveOf(repository: Repository, commit: Commit, owner: string): { name: string; bytes: Buffer } {
  const top = `${owner}-${repository.name}-${commit.oid.slice(0, 7)}`
  const mtime = Date.parse(commit.committer.at) / 1000
  const comment = `comment=${commit.oid}\n`
  const global = {
    path: 'pax_global_header',
    mode: 0o666,
    mtime,
    type: 'g',
    body: Buffer.from(`52 ${comment}`),
  } as const
  const entries = exported(repository, walkTree(repository.objects, commit.tree))
  const blocks = [
    tarEntry(global),
    tarEntry({ path: `${top}/`, mode: 0o775, mtime, type: '5' }),
    ...entries.map((entry) => fileBlock(repository, entry, { top, mtime })),
    tarEnd,
  ]
  return { name: `${top}.tar.gz`, bytes: gzipSync(Buffer.concat(blocks)) }
}

function fileBlock(repository: Repository, entry: FileAtPath, { top, mtime }: { top: string; mtime: number }): Buffer {
  const path = `${top}/${entry.path}`
  if (entry.mode === '40000') return tarEntry({ path: `${path}/`, mode: 0o775, mtime, type: '5' })
  const blob = repository.objects.get(entry.oid)
  const body = blob?.type === 'blob' ? blob.bytes : Buffer.alloc(0)
  if (entry.mode === '120000') return tarEntry({ path, mode: 0o777, mtime, type: '2', link: body.toString() })
  return tarEntry({ path, mode: entry.mode === '100755' ? 0o775 : 0o664, mtime, type: '0', body })
}

/** The entries that archives hold: what a `.gitattributes` marks `export-ignore` is left out, folders with all below. */
function exported(repository: Repository, entries: readonly FileAtPath[]): readonly FileAtPath[] {
  const rules = entries.filter((e) => e.name === '.gitattributes').map((e) => rulesOf(repository, e))
  if (rules.length === 0) return entries
  const isOut = (entry: FileAtPath) =>
    rules.some(({ folder, matcher }) => {
      if (!entry.path.startsWith(folder)) return false
      const below = entry.path.slice(folder.length)
      return below !== '' && matcher.ignores(entry.mode === '40000' ? `${below}/` : below)
    })
  return entries.filter((entry) => !isOut(entry))
}

function rulesOf(repository: Repository, file: FileAtPath) {
  const blob = repository.objects.get(file.oid)
  const lines = (blob?.type === 'blob' ? blob.bytes.toString() : '').split('\n')
  const patterns = lines.flatMap((line) => {
    const [pattern, ...attributes] = line.trim().split(/\s+/)
    return pattern && !pattern.startsWith('#') && attributes.includes('export-ignore') ? [pattern] : []
  })
  return { folder: file.path.slice(0, -'.gitattributes'.length), matcher: ignore().add(patterns) }
}
