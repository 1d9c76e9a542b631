import { type Octokit, RequestError } from 'octokit'
import { SourceFailure } from '#data/model/failures.ts'
import { type Clock, interrupted } from '../clock.ts'
import { classify, type Outcome, remaining, untilReset, type Wire } from './classify.ts'
import type { Bucket, Pacer } from './pacer.ts'

/** How often and how long we try. */
export interface Patience {
  /** Attempts of one call that end in a broken or failing answer. */
  readonly attempts: number
  /** Attempts of one GraphQL call that the host gives up on: after these the question counts as too big. */
  readonly timeouts: number
  /** Attempts of one call that the host answers with a limit. */
  readonly waits: number
  readonly attemptTimeoutMs: number
  readonly archiveTimeoutMs: number
}

/** What one call may hand to the plugin in its `request` option. */
export interface CallOptions {
  readonly bucket: Bucket
  /** Reads the body of a download inside the attempt, so that a broken one is asked for again. */
  readonly readBody?: (body: unknown) => Promise<unknown>
  /** Told of the attempt that settled the call. */
  readonly onAnswer: (wire: Wire, outcome: Outcome) => void
}

export interface LimitsOptions {
  readonly pacer: Pacer
  readonly patience: Patience
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly onAttempt: (wire: Wire) => void
  readonly log: (message: string) => void
}

type Hooked = Parameters<Parameters<typeof Octokit.prototype.hook.wrap<'request'>>[1]>
type Request = Hooked[0]
type RequestOptions = Hooked[1]
type Response = Awaited<ReturnType<Request>>

const FIRST_BACKOFF_SECONDS = 1
const SECONDARY_SECONDS = 60
/** A name that does not resolve or a door that is shut seldom changes within a minute. */
const UNREACHABLE_ATTEMPTS = 2

/**
 * Stands around every request of a client: sees each answer, acts on what `classify` makes of it, and lets only a good
 * or partly good answer through. Octokit's own retry and throttling are switched off: they miss the limits of
 * Enterprise Server, two of the forms in which github.com says them, and repeat what must not be repeated.
 */
export function limits(octokit: Octokit, settings: LimitsOptions): void {
  octokit.hook.wrap('request', (request, options) => persist(request, options, settings))
}

async function persist(request: Request, options: RequestOptions, settings: LimitsOptions): Promise<Response> {
  const call = options.request.call as CallOptions
  let failures = 0
  let timeouts = 0
  let waits = 0
  for (;;) {
    const { wire, response } = await settings.pacer.run(call.bucket, () => attempt(request, options, settings))
    settings.onAttempt(wire)
    const outcome = classify(wire)
    if ((outcome.kind === 'ok' || outcome.kind === 'partial') && response !== undefined) {
      if (remaining(wire) === 0) settings.pacer.hold(call.bucket, untilReset(wire) ?? SECONDARY_SECONDS)
      call.onAnswer(wire, outcome)
      return response
    }
    if (outcome.kind === 'wait') {
      const seconds = outcome.seconds ?? SECONDARY_SECONDS * 2 ** waits
      waits += 1
      if (waits > settings.patience.waits) throw new SourceFailure('rate-limit', 'the host goes on limiting us')
      settings.log(`${outcome.limit} limit: asking again in ${Math.ceil(seconds)} s`)
      settings.pacer.hold(outcome.limit === 'secondary' ? 'all' : call.bucket, seconds)
    } else {
      failures += 1
      if (outcome.kind === 'retry' && outcome.reason === 'timeout') timeouts += 1
      const isTooBig = call.bucket === 'graphql' && timeouts >= settings.patience.timeouts
      const attempts = wire.broken === 'unreachable' ? UNREACHABLE_ATTEMPTS : settings.patience.attempts
      if (outcome.kind !== 'retry' || failures >= attempts || isTooBig) throw failureOf(outcome)
      const seconds = FIRST_BACKOFF_SECONDS * 2 ** (failures - 1)
      settings.log(`${outcome.message}: asking again in ${seconds} s`)
      await settings.clock.sleep(seconds * 1000, settings.signal)
    }
  }
}

async function attempt(request: Request, options: RequestOptions, settings: LimitsOptions) {
  if (settings.signal.aborted) throw interrupted()
  const call = options.request.call as CallOptions
  const startedAt = settings.clock.now()
  const limit = call.readBody === undefined ? settings.patience.attemptTimeoutMs : settings.patience.archiveTimeoutMs
  // A signal is spent once it fired: each attempt gets its own.
  const timeout = AbortSignal.timeout(limit)
  const signal = AbortSignal.any([settings.signal, timeout])
  const isGraphql = call.bucket === 'graphql'
  const wireOf = (rest: Omit<Wire, 'milliseconds' | 'isGraphql'>): Wire => ({
    ...rest,
    isGraphql,
    milliseconds: settings.clock.now() - startedAt,
  })
  try {
    const response = await request({ ...options, request: { ...options.request, signal } })
    const data = call.readBody === undefined ? response.data : await call.readBody(response.data)
    // A body that stopped half way reads as text, or as nothing, where JSON was announced.
    const isCut = call.readBody === undefined && (typeof data !== 'object' || data === null)
    const broken = timeout.aborted ? 'timeout' : 'connection'
    const wire = { status: response.status, headers: response.headers, body: data }
    return {
      wire: wireOf(isCut && !isGraphql ? { ...wire, status: 0, broken } : wire),
      response: { ...response, data },
    }
  } catch (error) {
    if (settings.signal.aborted) throw interrupted()
    if (error instanceof SourceFailure) throw error
    if (error instanceof RequestError && error.response !== undefined) {
      const { status, headers, data } = error.response
      return { wire: wireOf({ status, headers, body: data }), response: undefined }
    }
    const unreachable = unreachableCode(error)
    const broken = timeout.aborted ? 'timeout' : unreachable === undefined ? 'connection' : 'unreachable'
    return { wire: wireOf({ status: 0, headers: {}, body: unreachable ?? '', broken }), response: undefined }
  }
}

const UNREACHABLE =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/

/** The code of an error that kept us from reaching the host at all, found among its causes. */
function unreachableCode(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && UNREACHABLE.test(at.code)) return at.code
  }
  return undefined
}

function failureOf(outcome: Outcome): SourceFailure {
  if (outcome.kind === 'fatal' || outcome.kind === 'shrink' || outcome.kind === 'retry')
    return new SourceFailure(outcome.reason, outcome.message)
  return new SourceFailure('invalid-answer', 'the host gave no answer')
}
