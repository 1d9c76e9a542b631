import type { RunProgress } from '#collectors/run.ts'
import type { RunSummary } from '#data/model/collection.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { CommonOptions, Io } from '../io.ts'
import { PROGRESS_WORDS } from './progress-words.ts'

/** What a person sees while collectors run: a bar in a terminal, a line a step elsewhere, nothing when told so. */
export interface Progress {
  /** A run begins; `name` is its collector and scope. */
  start(name: string): void
  /** How far it is; `left` is what remains of the host's quota, in points. */
  update(progress: RunProgress, left?: number): void
  /** Something that is worth a line: a wait with its reason, a failed attempt. */
  say(message: string): void
  finish(run: RunSummary): void
  /** Takes the bar away. */
  end(): void
}

interface ProgressOptions {
  readonly io: Io
  readonly options: Pick<CommonOptions, 'quiet' | 'verbose' | 'color'>
  readonly language: Language
}

export function progressOf(given: ProgressOptions): Progress {
  const { io, options } = given
  if (options.quiet === true) return SILENT
  return io.isTerminal && io.env.TERM !== 'dumb' ? bar(given) : lines(given)
}

const nothing = () => undefined
const SILENT: Progress = { start: nothing, update: nothing, say: nothing, finish: nothing, end: nothing }

const QUARTERS = 4

/** For logs: when a run begins, each quarter of it, when it ends. */
function lines({ io, language }: ProgressOptions): Progress {
  const words = PROGRESS_WORDS[language]
  let name = ''
  let quarter = 0
  const say = (text: string) => io.err(`${name}  ${text}\n`)
  return {
    start(run) {
      name = run
      quarter = 0
      say(words.begins)
    },
    update({ done, of, cost }) {
      const reached = of === 0 ? 0 : Math.floor((Math.min(done, of) * QUARTERS) / of)
      if (reached <= quarter || reached === QUARTERS) return
      quarter = reached
      say(`${words.repositories(done, of)} · ${words.requests(cost.requests)}`)
    },
    say,
    finish: (run) =>
      say(`${words.status[run.status]} · ${words.requests(run.requests)} · ${words.written(run.written)}`),
    end: nothing,
  }
}

const REDRAW_MS = 120
const CELLS = 20
const CLEAR = '\r\u001b[2K'

/** One line, drawn over itself a few times a second at most. */
function bar({ io, options, language }: ProgressOptions): Progress {
  const words = PROGRESS_WORDS[language]
  let name = ''
  let startedAt = 0
  let drawnAt = Number.NEGATIVE_INFINITY
  let isShown = false
  let told: { readonly progress: RunProgress; readonly left: number | undefined } | undefined
  let note = ''

  const clear = () => {
    if (isShown) io.err(CLEAR)
    isShown = false
  }
  const draw = (isUrgent: boolean) => {
    const now = io.now().getTime()
    if (!isUrgent && now - drawnAt < REDRAW_MS) return
    drawnAt = now
    isShown = true
    // What it waits for comes first: the rest may be cut off.
    const text = [name, note, ...stand(now)].filter((part) => part !== '').join(' · ')
    io.err(`${CLEAR}${gauge()}${cut(text, (io.columns ?? 80) - CELLS - 4)}`)
  }
  const gauge = (): string => {
    const { done = 0, of = 0 } = told?.progress ?? {}
    const full = of === 0 ? 0 : Math.round((Math.min(done, of) * CELLS) / of)
    const cells = `${'█'.repeat(full)}${'░'.repeat(CELLS - full)}`
    return `${io.hasColor && options.color !== false ? `\u001b[36m${cells}\u001b[39m` : cells} `
  }
  const stand = (now: number): readonly string[] => {
    if (told === undefined) return []
    const { done, of, read, cost } = told.progress
    const minutes = of > 0 && done > 0 ? ((now - startedAt) / done) * (of - done) : 0
    return [
      of > 0 ? words.repositories(Math.min(done, of), of) : words.read(read),
      words.requests(cost.requests),
      told.left === undefined ? '' : words.pointsLeft(told.left),
      minutes > 0 ? words.toGo(minutes / 60_000) : '',
    ]
  }
  return {
    start(run) {
      name = run
      startedAt = io.now().getTime()
      told = undefined
      note = ''
      draw(true)
    },
    update(progress, left) {
      told = { progress, left }
      const hadNote = note !== ''
      note = ''
      draw(hadNote)
    },
    say(message) {
      if (options.verbose === true) {
        clear()
        io.err(`${name}  ${message}\n`)
      }
      note = message
      draw(true)
    },
    finish: nothing,
    end: clear,
  }
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`
}
