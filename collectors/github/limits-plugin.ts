import { type Octokit, RequestError } from 'octokit'
import { SourceFailure } from '#data/model/failures.ts'
import { type Clock, interrupted } from '../clock.ts'
import { obstacleOf } from '../obstacle.ts'
import { classify, type Outcome, remaining, untilReset } from './classify.ts'
import type { Lane, Lanes } from './lanes.ts'
import type { Bucket } from './pacer.ts'
import type { Wire } from './wire.ts'

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
  /** Reads the body inside the attempt, so that a broken one is asked for again; octokit does not parse it then. */
  readonly readBody?: (body: unknown) => Promise<unknown>
  /** Refusals are waited for as ever; an attempt that broke off may have been heard, and is not made again. */
  readonly isWrite?: boolean
  /** Told of the attempt that settled the call. */
  readonly onAnswer: (wire: Wire, outcome: Outcome) => void
}

export interface LimitsOptions {
  readonly lanes: Lanes
  /** How the proxy on the way is called in messages, when there is one. */
  readonly proxy: string | undefined
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
const RENEWAL_SECONDS = 1
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
  const { lanes, patience } = settings
  const tries: Tries = { failures: 0, timeouts: 0, waits: 0, renewals: 0 }
  for (;;) {
    const { lane, wire, response, token } = await lanes.run(call.bucket, async (lane) => ({
      lane,
      ...(await attempt(request, options, { settings, lane })),
    }))
    settings.onAttempt(wire)
    const outcome = classify(wire)
    const left = remaining(wire)
    if (left !== undefined) lane.pacer.note(call.bucket, left)
    if ((outcome.kind === 'ok' || outcome.kind === 'partial') && response !== undefined) {
      if (left === 0) lane.pacer.hold(call.bucket, untilReset(wire) ?? SECONDARY_SECONDS, 'primary')
      call.onAnswer(wire, outcome)
      return response
    }
    if (outcome.kind === 'wait') {
      const seconds = outcome.seconds ?? SECONDARY_SECONDS * 2 ** tries.waits
      tries.waits += 1
      if (tries.waits > patience.waits * lanes.size()) throw stillLimited(settings, seconds)
      lane.pacer.hold(outcome.limit === 'secondary' ? 'all' : call.bucket, seconds, outcome.limit)
    } else if (outcome.kind === 'fatal' && outcome.reason === 'unauthorized' && lane.credential !== undefined) {
      await replaceToken({ lane, token, tries, settings, message: outcome.message })
    } else {
      await pause({ outcome, wire, call, tries, settings })
    }
  }
}

interface Tries {
  failures: number
  timeouts: number
  waits: number
  renewals: number
}

function stillLimited({ clock }: LimitsOptions, seconds: number): SourceFailure {
  return new SourceFailure('rate-limit', 'the host goes on limiting us', { retryAt: clock.now() + seconds * 1000 })
}

/** A refused token is renewed once, or done without while there are others. */
async function replaceToken(refused: {
  readonly lane: Lane
  readonly token: string | undefined
  readonly tries: Tries
  readonly settings: LimitsOptions
  readonly message: string
}): Promise<void> {
  const { lane, token, tries, settings, message } = refused
  const name = lane.credential?.name ?? ''
  if (lane.credential?.renew !== undefined && token !== undefined && tries.renewals === 0) {
    tries.renewals += 1
    settings.log(`the token of ${name} is refused (${message}): asking for another`)
    await lane.credential.renew(token)
    // A new token takes a moment to be known everywhere at the host.
    await settings.clock.sleep(RENEWAL_SECONDS * 1000, settings.signal)
    return
  }
  if (!settings.lanes.drop(lane)) {
    const remedy = 'it ended, was revoked or was mistyped; make another one'
    throw new SourceFailure('unauthorized', `the host refuses the token of ${name} (${message}): ${remedy}`)
  }
  settings.log(`the token of ${name} is refused (${message}): going on without it`)
}

/** Waits a little before the next attempt, or throws when there is to be none. */
async function pause(failed: {
  readonly outcome: Outcome
  readonly wire: Wire
  readonly call: CallOptions
  readonly tries: Tries
  readonly settings: LimitsOptions
}): Promise<void> {
  const { outcome, wire, call, tries, settings } = failed
  tries.failures += 1
  if (outcome.kind === 'retry' && outcome.reason === 'timeout') tries.timeouts += 1
  const isTooBig = call.bucket === 'graphql' && tries.timeouts >= settings.patience.timeouts
  const attempts = wire.broken === 'unreachable' ? UNREACHABLE_ATTEMPTS : settings.patience.attempts
  const isLast = call.isWrite === true || tries.failures >= attempts || isTooBig
  if (outcome.kind !== 'retry' || isLast) throw failureOf(outcome)
  const seconds = FIRST_BACKOFF_SECONDS * 2 ** (tries.failures - 1)
  settings.log(`${outcome.message}: asking again in ${seconds} s`)
  await settings.clock.sleep(seconds * 1000, settings.signal)
}

function isLimit(wire: Wire): boolean {
  return classify(wire).kind === 'wait'
}

async function attempt(
  request: Request,
  options: RequestOptions,
  { settings, lane }: { readonly settings: LimitsOptions; readonly lane: Lane },
) {
  if (settings.signal.aborted) throw interrupted()
  const call = options.request.call as CallOptions
  const token = await lane.credential?.token()
  const headers = token === undefined ? options.headers : { ...options.headers, authorization: `token ${token}` }
  const startedAt = settings.clock.now()
  const isGraphql = call.bucket === 'graphql'
  const isDownload = call.readBody !== undefined && !isGraphql
  const limit = isDownload ? settings.patience.archiveTimeoutMs : settings.patience.attemptTimeoutMs
  // A signal is spent once it fired: each attempt gets its own.
  const timeout = AbortSignal.timeout(limit)
  const signal = AbortSignal.any([settings.signal, timeout])
  const wireOf = (rest: Omit<Wire, 'milliseconds' | 'isGraphql'>): Wire => ({
    ...rest,
    isGraphql,
    milliseconds: settings.clock.now() - startedAt,
  })
  try {
    const response = await request({ ...options, headers, request: { ...options.request, signal } })
    // Where a download was asked for, JSON is the host's word on why there is none, whatever the status.
    if (isDownload && String(response.headers['content-type']).includes('json')) {
      const body: unknown = await new Response(response.data).json()
      const { status, headers: said } = response
      const wire = wireOf({ status, headers: said, body })
      return { wire: isLimit(wire) ? wire : { ...wire, broken: 'connection' as const }, response: undefined, token }
    }
    const data = call.readBody === undefined ? response.data : await call.readBody(response.data)
    // A body that stopped half way reads as text, or as nothing, where JSON was announced.
    const isCut = call.readBody === undefined && (typeof data !== 'object' || data === null)
    const broken = timeout.aborted ? 'timeout' : 'connection'
    const wire = { status: response.status, headers: response.headers, body: data }
    return {
      wire: wireOf(isCut && !isGraphql ? { ...wire, status: 0, broken } : wire),
      response: { ...response, data },
      token,
    }
  } catch (error) {
    if (settings.signal.aborted) throw interrupted()
    if (error instanceof SourceFailure) throw error
    if (error instanceof RequestError && error.response !== undefined) {
      const { status, headers, data } = error.response
      return { wire: wireOf({ status, headers, body: data }), response: undefined, token }
    }
    const obstacle = obstacleOf(error, { url: options.baseUrl, proxy: settings.proxy })
    const broken = timeout.aborted ? 'timeout' : (obstacle?.broken ?? 'connection')
    return {
      wire: wireOf({ status: 0, headers: {}, body: obstacle?.message ?? '', broken }),
      response: undefined,
      token,
    }
  }
}

function failureOf(outcome: Outcome): SourceFailure {
  if (outcome.kind === 'fatal' || outcome.kind === 'shrink' || outcome.kind === 'retry')
    return new SourceFailure(outcome.reason, outcome.message)
  return new SourceFailure('invalid-answer', 'the host gave no answer')
}
