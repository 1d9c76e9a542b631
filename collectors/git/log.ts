import type { Oid } from '#data/model/oid.ts'
import { LOGGED_COMMITS, type LoggedCommit } from '#data/model/source.ts'
import { botPatternOf, isReleaseToolMessage } from './bots.ts'
import { askGit, type GitPlace } from './run-git.ts'

const FIELDS = ['%H', '%P', '%an', '%ae', '%s']

/** What the latest commits that `head` reaches say of themselves, newest first. Who signed them is looked at, not kept. */
export async function readLog(place: GitPlace, head: Oid): Promise<readonly LoggedCommit[]> {
  const format = ['--no-show-signature', '--encoding=UTF-8', '-z', `--format=${FIELDS.join('%x1f')}`]
  const answer = await askGit(['log', ...format, `--max-count=${LOGGED_COMMITS}`, head, '--'], place)
  return answer
    .split('\0')
    .filter((line) => line !== '')
    .map((line): LoggedCommit => {
      const [oid = '', parents = '', name = '', address = '', ...subject] = line.split('\x1f')
      const message = subject.join('')
      const isAutomatic = botPatternOf({ name, address }) !== undefined || isReleaseToolMessage(message)
      return { oid, subject: message, isMerge: parents.includes(' '), isAutomatic }
    })
}
