import type { Oid } from '#data/model/oid.ts'
import { LOGGED_COMMITS, type LoggedCommit } from '#data/model/source.ts'
import { botPatternOf, isReleaseToolMessage, type Signature } from './bots.ts'
import { type CommitObject, readLogFiles } from './log-files.ts'
import { askGit, type GitPlace } from './run-git.ts'

const FIELDS = ['%H', '%P', '%an', '%ae', '%s']

/**
 * What the latest commits that `head` reaches say of themselves, newest first. Who signed them is looked at, not kept.
 * `gitFolder`: the git directory, where it is laid out plainly; git is asked where its files do not tell.
 */
export async function readLog(
  place: GitPlace,
  head: Oid,
  gitFolder?: string | undefined,
): Promise<readonly LoggedCommit[]> {
  const read = gitFolder === undefined ? undefined : readLogFiles(gitFolder, head, LOGGED_COMMITS)
  const isProgram = programTeller()
  return (read ?? (await askForLog(place, head))).map(({ oid, parents, author, subject }): LoggedCommit => {
    return {
      ...{ oid, subject, isMerge: parents.length > 1 },
      isAutomatic: isProgram(author) || isReleaseToolMessage(subject),
    }
  })
}

async function askForLog(place: GitPlace, head: Oid): Promise<readonly CommitObject[]> {
  const format = ['--no-show-signature', '--encoding=UTF-8', '-z', `--format=${FIELDS.join('%x1f')}`]
  const answer = await askGit(['log', ...format, `--max-count=${LOGGED_COMMITS}`, head, '--'], place)
  const lines = answer.split('\0').filter((line) => line !== '')
  return lines.map((line) => {
    const [oid = '', parents = '', name = '', address = '', ...subject] = line.split('\x1f')
    return { oid, parents: parents.split(' '), author: { name, address }, subject: subject.join('\x1f') }
  })
}

/** The same few people sign most of a history. */
function programTeller(): (author: Signature) => boolean {
  const known = new Map<string, boolean>()
  return (author) => {
    const key = `${author.name}\0${author.address}`
    const told = known.get(key) ?? botPatternOf(author) !== undefined
    known.set(key, told)
    return told
  }
}
