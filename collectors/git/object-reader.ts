import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { SourceFailure } from '#data/model/failures.ts'
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

const ARGS = ['cat-file', '--batch'] as const

/**
 * Questions may be asked before earlier ones are answered: git answers in order. An idle reader keeps no program
 * from ending.
 */
export function openObjectReader(place: GitPlace): ObjectReader {
  const child = startGit(ARGS, place)
  const ended = ending(child)
  const questions: Question[] = []
  const takeAnswers = answerTaker(questions, () => rest(child, questions))
  let failure: Error | undefined

  const refuseAll = (reason: Error) => {
    failure ??= reason
    for (const question of questions.splice(0)) question.refuse(failure)
  }
  child.stdout.on('data', (chunk: Buffer) => {
    try {
      takeAnswers(chunk)
    } catch (cause) {
      child.kill()
      refuseAll(new SourceFailure('invalid-answer', 'git cat-file answered out of order', { cause }))
    }
  })
  void ended.then((end) => refuseAll(explainGit(ARGS, place, end)))
  setAlive(child, false)

  return {
    read: (oid) =>
      new Promise((answer, refuse) => {
        if (failure) return refuse(failure)
        questions.push({ oid, answer, refuse })
        if (questions.length === 1) setAlive(child, true)
        child.stdin.write(`${oid}\n`)
      }),
    close: async () => {
      failure ??= new SourceFailure('interrupted', 'this source was closed')
      setAlive(child, true)
      child.stdin.end()
      await ended
    },
  }
}

/** `OID SP TYPE SP SIZE LF CONTENT LF`, or `OID SP missing LF`. */
function answerTaker(questions: Question[], onIdle: () => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = []
  let buffered = 0
  let wanted = 0
  return (chunk) => {
    chunks.push(chunk)
    buffered += chunk.byteLength
    if (buffered < wanted) return
    let bytes = chunks.length === 1 ? chunk : Buffer.concat(chunks)
    wanted = 0
    for (;;) {
      const lineEnd = bytes.indexOf(10)
      if (lineEnd === -1) break
      const header = parseHeader(bytes.toString('latin1', 0, lineEnd))
      const end = header.size === undefined ? lineEnd + 1 : lineEnd + 1 + header.size + 1
      if (bytes.byteLength < end) {
        wanted = end
        break
      }
      const question = questions.shift()
      if (question?.oid !== header.oid) throw new Error(`asked for ${question?.oid}, got ${header.oid}`)
      if (header.size === undefined)
        question.refuse(new SourceFailure('not-found', `git lacks the object ${header.oid}`))
      else question.answer(Buffer.from(bytes.subarray(lineEnd + 1, end - 1)))
      bytes = bytes.subarray(end)
    }
    chunks = bytes.byteLength === 0 ? [] : [bytes]
    buffered = bytes.byteLength
    if (questions.length === 0) onIdle()
  }
}

function parseHeader(line: string): { readonly oid: Oid; readonly size: number | undefined } {
  const match = /^([0-9a-f]{40,64}) (?:[a-z]+ (\d+)|missing)$/.exec(line)
  if (!match?.[1]) throw new Error(`not a header: ${line.slice(0, 80)}`)
  return { oid: match[1], size: match[2] === undefined ? undefined : Number(match[2]) }
}

function rest(child: ChildProcessWithoutNullStreams, questions: readonly Question[]): void {
  if (questions.length === 0) setAlive(child, false)
}

/** Whether this child keeps our own process from ending. */
function setAlive(child: ChildProcessWithoutNullStreams, alive: boolean): void {
  const verb = alive ? 'ref' : 'unref'
  child[verb]()
  for (const pipe of [child.stdin, child.stdout, child.stderr]) {
    // Pipes of a child are sockets, which the declared type does not say.
    if (verb in pipe && typeof pipe[verb as keyof typeof pipe] === 'function')
      Reflect.apply(Reflect.get(pipe, verb), pipe, [])
  }
}
