import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { SourceFailure, type UsageFailure } from '#data/model/failures.ts'
import type { Oid } from '#data/model/oid.ts'
import { ending, explainGit, type GitPlace, startGit } from './run-git.ts'

/** Reads objects of one repository by their id, through one git process that lives as long as the reader. */
export interface ObjectReader {
  /** The bytes of a blob. Throws a `SourceFailure` when the repository lacks it. */
  read(oid: Oid): Promise<Buffer>
  close(): Promise<void>
}

interface Question {
  readonly oid: Oid
  answer(content: Buffer): void
  refuse(failure: Error): void
}

interface Conversation {
  ask(question: Question): void
  /** Lets git end by itself. */
  hangUp(): Promise<void>
}

/**
 * Questions may be asked before earlier ones are answered: git answers in order. An idle reader keeps no program
 * from ending.
 */
export function openObjectReader(place: GitPlace): ObjectReader {
  let isClosed = false
  let conversation: Conversation | undefined
  const ask = (question: Question) => {
    conversation ??= converse(place, (failure, unanswered) => {
      conversation = undefined
      const [first, ...others] = unanswered
      first?.refuse(failure)
      // Over an object that a partial clone lacks, git ends: it is asked again about the others.
      const isOver = isClosed || !(failure instanceof SourceFailure) || failure.kind !== 'not-found'
      for (const other of others) isOver ? other.refuse(failure) : ask(other)
    })
    conversation.ask(question)
  }
  return {
    read: (oid) =>
      new Promise((answer, refuse) => {
        if (isClosed) refuse(new SourceFailure('interrupted', 'this source was closed'))
        else ask({ oid, answer, refuse })
      }),
    close: async () => {
      isClosed = true
      await conversation?.hangUp()
    },
  }
}

type OnEnd = (failure: SourceFailure | UsageFailure, unanswered: readonly Question[]) => void

/** One git process and the questions that it has not answered yet. */
function converse(place: GitPlace, onEnd: OnEnd): Conversation {
  const args = ['cat-file', '--batch']
  const child = startGit(args, place)
  const ended = ending(child)
  const questions: Question[] = []
  let disorder: SourceFailure | undefined
  const takeAnswers = answerTaker(questions)
  child.stdout.on('data', (chunk: Buffer) => {
    try {
      takeAnswers(chunk)
      if (questions.length === 0) setAlive(child, false)
    } catch (cause) {
      disorder ??= new SourceFailure('invalid-answer', 'git cat-file answered out of order', { cause })
      child.kill()
    }
  })
  const over = ended.then((end) => onEnd(disorder ?? explainGit(args, place, end), questions.splice(0)))
  setAlive(child, false)
  return {
    ask: (question) => {
      if (questions.push(question) === 1) setAlive(child, true)
      child.stdin.write(`${question.oid}\n`)
    },
    hangUp: () => {
      setAlive(child, true)
      child.stdin.end()
      return over
    },
  }
}

/** Takes `OID SP TYPE SP SIZE LF CONTENT LF`, or `OID SP missing LF`, as it comes in, in pieces of any size. */
function answerTaker(questions: Question[]): (chunk: Buffer) => void {
  let chunks: Buffer[] = []
  let buffered = 0
  let wanted = 0
  return (chunk) => {
    chunks.push(chunk)
    buffered += chunk.byteLength
    if (buffered < wanted) return
    let bytes = chunks.length === 1 ? chunk : Buffer.concat(chunks)
    wanted = 0
    for (let header = readHeader(bytes); header !== undefined; header = readHeader(bytes)) {
      if (bytes.byteLength < header.end) {
        wanted = header.end
        break
      }
      settle(questions.shift(), header, bytes)
      bytes = bytes.subarray(header.end)
    }
    chunks = bytes.byteLength === 0 ? [] : [bytes]
    buffered = bytes.byteLength
  }
}

interface Header {
  readonly oid: Oid
  readonly isMissing: boolean
  /** Where the content begins, and where the next answer does. */
  readonly start: number
  readonly end: number
}

function readHeader(bytes: Buffer): Header | undefined {
  const lineEnd = bytes.indexOf('\n')
  if (lineEnd === -1) return undefined
  const line = bytes.toString('latin1', 0, lineEnd)
  const [, oid, size] = /^([0-9a-f]{40,64}) (?:[a-z]+ (\d+)|missing)$/.exec(line) ?? []
  if (oid === undefined) throw new Error(`not the head of an answer: ${line.slice(0, 80)}`)
  const start = lineEnd + 1
  return { oid, isMissing: size === undefined, start, end: size === undefined ? start : start + Number(size) + 1 }
}

function settle(question: Question | undefined, { oid, isMissing, start, end }: Header, bytes: Buffer): void {
  if (question?.oid !== oid) throw new Error(`asked about ${question?.oid}, answered about ${oid}`)
  if (isMissing) question.refuse(new SourceFailure('not-found', `git lacks the object ${oid}`))
  // A copy, so that a small file does not keep the whole piece in memory.
  else question.answer(Buffer.from(bytes.subarray(start, end - 1)))
}

/** Whether this child keeps our own process from ending. */
function setAlive(child: ChildProcessWithoutNullStreams, isAlive: boolean): void {
  const verb = isAlive ? 'ref' : 'unref'
  child[verb]()
  for (const pipe of [child.stdin, child.stdout, child.stderr]) {
    // The pipes are sockets, which their declared type does not say.
    const turn: unknown = Reflect.get(pipe, verb)
    if (typeof turn === 'function') Reflect.apply(turn, pipe, [])
  }
}
