import type { Ref } from '#data/model/source.ts'
import type { Setting } from './config-file.ts'
import { instantOf } from './history.ts'
import type { RefFile } from './ref-files.ts'
import { type Remote, readRemote } from './remote.ts'
import { askGit, type GitPlace } from './run-git.ts'

/** What the configuration of a clone says of where it came from. */
export interface CloneSettings {
  readonly origin: Remote | undefined
  /** Whether every branch and tag of the origin was asked for at the last fetch. */
  readonly hasAllRefs: boolean
  /** Whether the file system keeps the executable bit. */
  readonly hasFileModes: boolean
}

export async function readCloneSettings(place: GitPlace): Promise<CloneSettings> {
  const answer = await askGit(['config', '-z', '--list'], place)
  return cloneSettings(answer.split('\0').map((setting) => splitSetting(setting)))
}

export function cloneSettings(settings: readonly Setting[]): CloneSettings {
  const all = (key: string) => settings.filter(([name]) => name === key).map(([, value]) => value)
  const [url] = all('remote.origin.url')
  const fetched = all('remote.origin.fetch')
  return {
    origin: url === undefined ? undefined : readRemote(url),
    hasAllRefs:
      (fetched.length === 0 || fetched.some((spec) => /^\+?refs\/(heads\/)?\*:/.test(spec))) &&
      !all('remote.origin.tagopt').includes('--no-tags'),
    hasFileModes: all('core.filemode').at(-1) !== 'false',
  }
}

/** `key LF value`; a key without a line end stands for true. */
function splitSetting(setting: string): Setting {
  const lineEnd = setting.indexOf('\n')
  return lineEnd === -1 ? [setting, 'true'] : [setting.slice(0, lineEnd), setting.slice(lineEnd + 1)]
}

export interface KnownRefs {
  readonly refs: readonly Ref[]
  /** The branch that the origin's HEAD names, where this clone was told. */
  readonly originHead: string | undefined
}

/** Where the references of a clone are that name branches and tags. */
export const REF_FOLDERS = ['refs/heads', 'refs/tags', 'refs/remotes/origin'] as const

/** When the commit was made that a tag points at, by name of the tag. */
export async function readTagDates(place: GitPlace): Promise<ReadonlyMap<string, string>> {
  const answer = await askGit(['for-each-ref', `--format=${DATE_FORMAT}`, 'refs/tags'], place)
  return new Map(
    answer.split('\n').flatMap((line): readonly [string, string][] => {
      const [name = '', own = '', peeled = ''] = line.split('\0')
      const seconds = peeled || own
      return seconds === '' ? [] : [[name, instantOf(seconds)]]
    }),
  )
}

const DATE_FORMAT = '%(refname:strip=2)%00%(committerdate:unix)%00%(*committerdate:unix)'

const FORMAT = '%(refname)%00%(objectname)%00%(*objectname)%00%(symref)'
const ORIGIN = 'refs/remotes/origin/'

/**
 * Branches and tags of the repository that this is a clone of: what was fetched from the origin where there is one,
 * because a branch that exists on one desk only is no branch of the project.
 */
export async function readRefs(place: GitPlace): Promise<KnownRefs> {
  const answer = await askGit(['for-each-ref', `--format=${FORMAT}`, ...REF_FOLDERS], place)
  const lines = answer.split('\n').map((line): RefFile => {
    const [name = '', oid = '', peeled = '', symbolic = ''] = line.split('\0')
    return { name, oid, peeled: peeled === '' ? oid : peeled, symbolic }
  })
  return knownRefs(lines)
}

export function knownRefs(lines: readonly RefFile[]): KnownRefs {
  const branchPrefix = lines.some(({ name }) => name.startsWith(ORIGIN)) ? ORIGIN : 'refs/heads/'
  const refs = lines.flatMap(({ name, peeled: oid, symbolic }): readonly Ref[] => {
    if (symbolic !== '') return []
    if (name.startsWith('refs/tags/')) return [{ kind: 'tag', name: name.slice('refs/tags/'.length), oid }]
    return name.startsWith(branchPrefix) ? [{ kind: 'branch', name: name.slice(branchPrefix.length), oid }] : []
  })
  const head = lines.find(({ name }) => name === `${ORIGIN}HEAD`)?.symbolic
  return { refs, originHead: head?.startsWith(ORIGIN) ? head.slice(ORIGIN.length) : undefined }
}
