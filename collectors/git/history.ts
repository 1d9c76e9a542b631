import { SourceFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'
import type { Oid } from '#data/model/oid.ts'
import type { Signature } from './bots.ts'
import { askGit, type GitPlace, runGit, streamGit } from './run-git.ts'

/** A commit as git tells it, signatures through the repository's `.mailmap`. Personal data: never leaves `fetch`. */
export interface GitCommit {
  readonly oid: Oid
  readonly author: Signature
  readonly committer: Signature
  readonly authoredAt: Instant
  readonly committedAt: Instant
  readonly parentCount: number
  readonly message: string
}

/** A stretch of history: what `to` reaches and `from` does not, without the first `skip` of it. Its order never changes. */
export interface Stretch {
  readonly from: Oid | undefined
  readonly to: Oid
  readonly skip: number
}

const FIELDS = ['%H', '%aN', '%aE', '%cN', '%cE', '%at', '%ct', '%P', '%B']

export async function* readHistory(place: GitPlace, { from, to, skip }: Stretch): AsyncGenerator<GitCommit> {
  const range = [to, ...(from === undefined ? [] : [`^${from}`])]
  const options = ['--no-show-signature', '--encoding=UTF-8', '-z', `--format=${FIELDS.join('%x00')}`]
  const decoder = new TextDecoder()
  let fields: string[] = []
  for await (const chunk of streamGit(['log', ...options, `--skip=${skip}`, ...range, '--'], place)) {
    const pieces = decoder.decode(chunk, { stream: true }).split('\0')
    // The first piece goes on where the last one of the chunk before stopped.
    fields[Math.max(0, fields.length - 1)] = (fields.at(-1) ?? '') + (pieces[0] ?? '')
    for (const piece of pieces.slice(1)) fields.push(piece)
    let at = 0
    for (; at + FIELDS.length < fields.length; at += FIELDS.length)
      yield parseCommit(fields.slice(at, at + FIELDS.length))
    fields = fields.slice(at)
  }
}

function parseCommit(fields: readonly string[]): GitCommit {
  const [oid = '', authorName = '', authorAddress = '', name = '', address = '', at = '', committedAt = ''] = fields
  const [parents = '', message = ''] = fields.slice(7)
  return {
    oid,
    author: { name: authorName, address: authorAddress },
    committer: { name, address },
    authoredAt: instantOf(at === '' ? committedAt : at),
    committedAt: instantOf(committedAt === '' ? at : committedAt),
    parentCount: parents === '' ? 0 : parents.split(' ').length,
    message,
  }
}

const LAST_SECOND = Date.parse('9999-12-31T23:59:59Z') / 1000

/** Seconds since 1970 as git prints them; broken clocks wrote years that no calendar has. */
export function instantOf(seconds: string): Instant {
  const known = Math.min(Math.max(Number(seconds) || 0, 0), LAST_SECOND)
  return new Date(known * 1000).toISOString().replace('.000Z', 'Z')
}

// GitHub reads these lines anywhere in a message, so an older habit of writing them counts as well.
const CO_AUTHOR = /^co-authored-by:[ \t]*([^<\n]*)<([^<>\s]+@[^<>\s]+)>[ \t]*$/gim

/** Those whom a message names as co-authors. */
export function coAuthorsOf(message: string): readonly Signature[] {
  return [...message.matchAll(CO_AUTHOR)].map(([, name = '', address = '']) => ({ name: name.trim(), address }))
}

/** The `.mailmap` as a function, for these signatures. */
export async function mailmapFor(
  place: GitPlace,
  signatures: readonly Signature[],
): Promise<(signature: Signature) => Signature> {
  const contacts = [...new Set(signatures.map(contactOf))]
  if (contacts.length === 0) return (signature) => signature
  const answer = await askGit(['check-mailmap', '--stdin'], { ...place, input: `${contacts.join('\n')}\n` })
  const lines = answer.split('\n')
  const mapped = new Map(contacts.map((contact, index) => [contact, readContact(lines[index] ?? '')]))
  return (signature) => mapped.get(contactOf(signature)) ?? signature
}

function contactOf({ name, address }: Signature): string {
  return name === '' ? `<${address}>` : `${name} <${address}>`
}

function readContact(line: string): Signature | undefined {
  const [, name, address] = /^(.*?) ?<([^<>]*)>$/.exec(line) ?? []
  return name === undefined || address === undefined ? undefined : { name, address }
}

/** Commits that `from` reaches and `to` does not: what a rewritten history lost. */
export async function lostCommits(place: GitPlace, { from, to }: { from: Oid; to: Oid }): Promise<readonly Oid[]> {
  const answer = (await runGit(['rev-list', from, `^${to}`, '--'], place)).toString('latin1')
  return answer.split('\n').slice(0, -1)
}

export async function hasCommit(place: GitPlace, oid: Oid): Promise<boolean> {
  return (await findObject(place, `${oid}^{commit}`)) !== undefined
}

/** The id of what an expression names; undefined when this clone does not have it. */
export async function findObject(place: GitPlace, expression: string): Promise<Oid | undefined> {
  try {
    return await askGit(['rev-parse', '--verify', '--quiet', '--end-of-options', expression], place)
  } catch (failure) {
    if (failure instanceof SourceFailure && failure.kind !== 'interrupted') return undefined
    throw failure
  }
}
