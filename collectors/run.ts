import type {
  Cost,
  Known,
  NormalizedBatch,
  RunProblem,
  RunSummary,
  Sink,
  Strain,
  Waited,
} from '#data/model/collection.ts'
import { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import type { RunStatus } from '#data/model/vocabulary.ts'
import { interrupted } from './clock.ts'
import type { Batch, CollectContext, Collector, Need, Scope } from './collector.ts'

export interface RunOptions {
  readonly collector: Collector
  readonly scope: Scope
  readonly sink: Sink
  readonly known: Known
  readonly context: Omit<CollectContext, 'known'>
  /** Needs that are not met here, each with the sentence that says so. */
  readonly absent?: readonly { readonly need: Need; readonly code: string; readonly message: string }[]
  /** Told behind every batch that was saved. */
  onProgress?(progress: RunProgress): void
}

/** How far a run is. */
export interface RunProgress {
  /** Repositories of which nothing is left to be read. */
  readonly done: number
  /** All of the scope; 0 while they are not known. */
  readonly of: number
  /** Items read so far. */
  readonly read: number
  readonly cost: Cost
}

/** How a scope is called in messages and in the database. */
function scopeName(scope: Scope): string {
  if (scope.kind === 'organisation')
    return scope.repository === undefined
      ? `${scope.server}/@${scope.login}`
      : `${scope.server}/${scope.login}/${scope.repository}`
  if (scope.kind === 'people') return `${scope.server}/@*`
  return scope.kind === 'register' ? scope.file : (scope.repository ?? scope.path)
}

/**
 * Runs one collector on one scope. Every batch is saved in one transaction before the next is asked for, so a run that
 * ends anywhere has lost one answer at most. The run row is closed whatever happens: `skipped` when a need is not met,
 * `failed` when the world said no before anything was saved, `partial` when it said no later or left a gap in a stream.
 * So it is for what the user can mend: a clone that is none, a register with a mistake in it. Anything else is our own
 * mistake, and thrown again once the row is closed.
 */
export async function runCollector(options: RunOptions): Promise<RunSummary> {
  const { collector, scope, sink } = options
  const context: CollectContext = { ...options.context, known: options.known }
  const from = context.now()
  const subject = scopeName(scope)
  const run = await sink.startRun(collector.id, subject, from)
  const before = context.transport.spent()
  const strainBefore = context.transport.strain?.()
  const tally = { read: 0, written: 0, unchanged: 0, isCut: false, hasSaved: false, problems: [] as RunProblem[] }
  const close = async (status: RunStatus): Promise<RunSummary> => {
    const { read, written, unchanged, problems } = tally
    const counts = { ...costSince(before, context), read, written, unchanged }
    const summary: RunSummary = {
      collector: collector.id,
      scope: subject,
      status,
      ...counts,
      ...strainSince(strainBefore, context),
      from,
      to: context.now(),
      problems,
    }
    await sink.finishRun(run, summary)
    return summary
  }

  const absent = options.absent?.find(({ need }) => collector.needs.includes(need))
  if (absent !== undefined) {
    tally.problems.push({ subject, kind: 'need-absent', code: absent.code, message: absent.message })
    return close('skipped')
  }
  try {
    if (collector.scope !== scope.kind) throw new Error(`${collector.id} cannot look at a ${scope.kind}`)
    let spent = before
    const of = await repositoriesOf(scope, options.known)
    const reached = new Set<string>()
    for await (const batch of collector.fetch(scope, context)) {
      const now = context.transport.spent()
      const saved = await sink.save(run, context.now(), normalized(collector, batch, difference(now, spent)))
      spent = now
      tally.read += batch.items.length
      tally.written += saved.written
      tally.unchanged += saved.unchanged
      tally.hasSaved ||= batch.items.length > 0 || (batch.finished ?? []).length > 0
      for (const { subject: about, kind, reason, code, message } of batch.gaps ?? []) {
        tally.isCut ||= !kind.startsWith('field:')
        tally.problems.push({ subject: about, kind: reason, ...(code && { code }), message: `${kind}: ${message}` })
      }
      for (const about of settledBy(batch)) reached.add(about)
      options.onProgress?.({ done: reached.size, of, read: tally.read, cost: costSince(before, context) })
      if (context.signal.aborted) throw interrupted()
    }
    return await close(tally.isCut ? 'partial' : 'complete')
  } catch (error) {
    const failure = context.signal.aborted ? interrupted() : error
    if (failure instanceof SourceFailure) {
      tally.problems.push({ subject, kind: failure.kind, message: told(failure) })
      return close(statusAfter(failure, tally.hasSaved))
    }
    if (failure instanceof UsageFailure) {
      tally.problems.push(...usageProblems(subject, failure))
      return close(tally.hasSaved ? 'partial' : 'failed')
    }
    tally.problems.push({
      subject,
      kind: 'invalid-answer',
      message: failure instanceof Error ? failure.message : String(failure),
    })
    await close('failed')
    throw failure
  }
}

async function repositoriesOf(scope: Scope, known: Known): Promise<number> {
  if (scope.kind !== 'organisation') return 0
  return scope.repository === undefined ? (await known.repositories(scope)).length : 1
}

/** The repositories that a batch read to their end, or gave up. */
function settledBy({ finished = [], gaps = [] }: Batch<unknown>): readonly string[] {
  const given = gaps.filter(({ kind }) => !kind.startsWith('field:'))
  return [...finished, ...given].map(({ subject }) => subject).filter((subject) => !subject.includes('/@'))
}

/** Every place that has to be mended, so that one look is enough. */
function usageProblems(subject: string, { code, message, hint, details }: UsageFailure): readonly RunProblem[] {
  const places = details.map(({ file, line, column, message: what }) =>
    [[file, line, column].filter((part) => part !== undefined).join(':'), what].filter(Boolean).join(': '),
  )
  const isMistake = code === 'register-invalid'
  const whole = hint === undefined ? message : `${message} (${hint})`
  return (places.length === 0 ? [whole] : places).map((sentence) => ({
    subject,
    kind: isMistake ? 'mistake' : 'need-absent',
    // A mistake is told by its place and its own words.
    ...(!isMistake && { code }),
    message: sentence,
  }))
}

function statusAfter(failure: SourceFailure, hasSaved: boolean): RunStatus {
  if (hasSaved || failure.kind === 'interrupted' || failure.retryAt !== undefined) return 'partial'
  return failure.kind === 'need-absent' ? 'skipped' : 'failed'
}

function told({ message, retryAt }: SourceFailure): string {
  return retryAt === undefined ? message : `${message} (not before ${new Date(retryAt).toISOString().slice(0, 19)}Z)`
}

function normalized(collector: Collector, batch: Batch<unknown>, cost: Cost): NormalizedBatch {
  return {
    records: batch.items.flatMap((item) => collector.normalize(item)),
    cursors: batch.cursors ?? [],
    finished: batch.finished ?? [],
    gaps: batch.gaps ?? [],
    gone: batch.gone ?? [],
    cost,
  }
}

function costSince(before: Cost, context: CollectContext): Cost {
  return difference(context.transport.spent(), before)
}

/** What this run took of the host; nothing when it asked no host. */
function strainSince(before: Strain | undefined, { transport }: CollectContext): Partial<Strain> {
  const now = transport.strain?.()
  if (now === undefined) return {}
  const tenths = (seconds: number) => Math.round(seconds * 10) / 10
  const waits = now.waits.flatMap((wait): Waited[] => {
    const earlier = before?.waits.find(({ reason }) => reason === wait.reason)
    const times = wait.times - (earlier?.times ?? 0)
    const seconds = tenths(wait.seconds - (earlier?.seconds ?? 0))
    return times === 0 ? [] : [{ ...wait, times, seconds }]
  })
  return { busySeconds: tenths(now.busySeconds - (before?.busySeconds ?? 0)), waits }
}

function difference(now: Cost, before: Cost): Cost {
  return { requests: now.requests - before.requests, points: now.points - before.points }
}
