import type { Ref } from '#data/model/source.ts'
import { askGit, type GitPlace } from './run-git.ts'

/** What the configuration of a clone says of where it came from. */
export interface CloneSettings {
  readonly origin: string | undefined
  /** Whether every branch and tag of the origin was asked for at the last fetch. */
  readonly hasAllRefs: boolean
  /** Whether the file system keeps the executable bit. */
  readonly hasFileModes: boolean
}

export async function readCloneSettings(place: GitPlace): Promise<CloneSettings> {
  // Never an empty answer, which git tells as a failure: `core.bare` is written by every `git init`.
  const answer = await askGit(
    ['config', '-z', '--get-regexp', String.raw`^(core\.bare|core\.filemode|remote\.origin\.)`],
    place,
  )
  const settings = answer.split('\0').map((setting) => setting.split('\n', 2) as [string, string | undefined])
  const all = (key: string) => settings.filter(([name]) => name === key).map(([, value]) => value ?? '')
  const fetched = all('remote.origin.fetch')
  return {
    origin: all('remote.origin.url')[0],
    hasAllRefs:
      (fetched.length === 0 || fetched.some((spec) => /^\+?refs\/(heads\/)?\*:/.test(spec))) &&
      !all('remote.origin.tagopt').includes('--no-tags'),
    hasFileModes: all('core.filemode').at(-1) !== 'false',
  }
}

export interface KnownRefs {
  readonly refs: readonly Ref[]
  /** The branch that the origin's HEAD names, where this clone was told. */
  readonly originHead: string | undefined
}

const FORMAT = '%(refname)%00%(objectname)%00%(*objectname)%00%(symref)'
const ORIGIN = 'refs/remotes/origin/'

/**
 * Branches and tags of the repository that this is a clone of: what was fetched from the origin where there is one,
 * because a branch that exists on one desk only is no branch of the project.
 */
export async function readRefs(place: GitPlace): Promise<KnownRefs> {
  const patterns = ['refs/heads', 'refs/tags', 'refs/remotes/origin']
  const answer = await askGit(['for-each-ref', `--format=${FORMAT}`, ...patterns], place)
  const lines = answer.split('\n').map((line) => {
    const [name = '', oid = '', peeled = '', symbolic = ''] = line.split('\0')
    return { name, oid: peeled === '' ? oid : peeled, symbolic }
  })
  const branchPrefix = lines.some(({ name }) => name.startsWith(ORIGIN)) ? ORIGIN : 'refs/heads/'
  const refs = lines.flatMap(({ name, oid, symbolic }): readonly Ref[] => {
    if (symbolic !== '') return []
    if (name.startsWith('refs/tags/')) return [{ kind: 'tag', name: name.slice('refs/tags/'.length), oid }]
    return name.startsWith(branchPrefix) ? [{ kind: 'branch', name: name.slice(branchPrefix.length), oid }] : []
  })
  const head = lines.find(({ name }) => name === `${ORIGIN}HEAD`)?.symbolic
  return { refs, originHead: head?.startsWith(ORIGIN) ? head.slice(ORIGIN.length) : undefined }
}
