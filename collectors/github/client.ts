import { GraphqlResponseError } from '@octokit/graphql'
import { Octokit } from 'octokit'
import type { Cost } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'
import { type Clock, instant, systemClock } from '../clock.ts'
import { unpackTarball } from '../transport/unpack.ts'
import type { Answer, ArchiveFile, GraphqlCall, PartialError, RestCall, Transport } from '../transport.ts'
import type { Outcome } from './classify.ts'
import { type Credential, type GivenToken, tokenCredential } from './credentials.ts'
import { type GivenApp, installationCredential } from './installation.ts'
import { lanes, type Wait } from './lanes.ts'
import { type CallOptions, type LimitsOptions, limits, type Patience } from './limits-plugin.ts'
import type { Bucket, Pace } from './pacer.ts'
import { strainGauge } from './strain.ts'
import { withoutUnread } from './unread.ts'
import type { Wire } from './wire.ts'

export interface GithubOptions {
  /** `https://api.github.com`, `https://HOST/api/v3`. */
  readonly apiUrl: string
  /** Worked out from `apiUrl` unless given. */
  readonly graphqlUrl?: string
  /** Calls are spread over them; none: what anybody may ask. They should have the same rights. */
  readonly credentials?: readonly (GivenToken | GivenApp)[]
  /** How the proxy on the way is called in messages, when there is one. */
  readonly proxy?: string | undefined
  readonly signal: AbortSignal
  readonly log?: (message: string) => void
  readonly clock?: Clock
  readonly pace?: Partial<Pace>
  readonly patience?: Partial<Patience>
}

export const PACE: Pace = { maxConcurrent: 2, busySecondsPerMinute: 45, longestWaitSeconds: 15 * 60 }
const PATIENCE: Patience = { attempts: 6, timeouts: 4, waits: 8, attemptTimeoutMs: 30_000, archiveTimeoutMs: 300_000 }

/** The name under which a server is stored: its host, `github.com` for the public API. */
export function serverOf(apiUrl: string): string {
  return new URL(apiUrl).host.replace(/^api\./, '')
}

/** The live way to one GitHub. Its `SourceFailure`s, logs and answers never hold a token. */
export function githubTransport(options: GithubOptions): Transport {
  const meter = { requests: 0, points: 0 }
  const strain = strainGauge()
  const clock = options.clock ?? systemClock
  const log = options.log ?? (() => undefined)
  const settingsOf = (credentials: readonly (Credential | undefined)[]): LimitsOptions => ({
    clock,
    log,
    signal: options.signal,
    lanes: lanes(credentials, { clock, pace: { ...PACE, ...options.pace }, signal: options.signal, onWait }),
    proxy: options.proxy,
    patience: { ...PATIENCE, ...options.patience },
    onAttempt: (wire) => {
      meter.requests += 1
      meter.points += pointsOf(wire)
      strain.answered(wire.milliseconds)
    },
  })
  const onWait = (wait: Wait) => {
    strain.waits(wait, clock.now())
    const line = waitLine(wait, clock.now())
    if (line !== undefined) log(line)
  }
  const anonymousSettings = settingsOf([undefined])
  const anonymous = client(options, anonymousSettings)
  const settings = options.credentials?.length ? settingsOf(options.credentials.map(credential)) : anonymousSettings
  const known = settings === anonymousSettings ? anonymous : client(options, settings)
  const graphql = known.graphql.defaults({ baseUrl: graphqlBase(options) })

  return {
    async graphql<Data>(asked: GraphqlCall<Data>): Promise<Answer<Data>> {
      const { seen, call } = observe('graphql', readJson)
      if (asked.again) await clock.sleep(1000 * 2 ** (asked.again - 1), options.signal)
      try {
        const data: unknown = await graphql(asked.query, {
          ...asked.variables,
          request: { call, parseSuccessResponseBody: false },
        })
        return answer(asked, data, seen)
      } catch (error) {
        if (error instanceof GraphqlResponseError) return answer(asked, error.data, seen)
        throw error
      }
    },
    async rest<Data>(asked: RestCall<Data>): Promise<Answer<Data>> {
      const { seen, call: plain } = observe('rest')
      const call: CallOptions = asked.isWrite === true ? { ...plain, isWrite: true } : plain
      const octokit = asked.anonymous ? anonymous : known
      const response = await octokit.request(asked.route, { ...asked.parameters, request: { call } })
      return answer(asked, response.data, seen)
    },
    async archive(asked) {
      const { seen, call } = observe('rest', unpackTarball)
      const request = { call, parseSuccessResponseBody: false }
      const response = await known.request(asked.route, { ...asked.parameters, request })
      return answer<readonly ArchiveFile[]>({}, response.data, seen)
    },
    spent: (): Cost => ({ ...meter }),
    strain: strain.read,
    left() {
      const points = settings.lanes.left('graphql')
      return Number.isFinite(points) ? points : undefined
    },
  }

  function credential(given: GivenToken | GivenApp): Credential {
    if ('token' in given) return tokenCredential(given)
    // The app speaks with its own voice, which has a quota of its own.
    const voice = client(options, settingsOf([undefined]))
    const call: CallOptions = { bucket: 'rest', onAnswer: () => undefined }
    return installationCredential(given, voice.request.defaults({ request: { call } }), clock)
  }

  /** What the plugin is told of a call, and where it leaves what it saw. */
  function observe(bucket: Bucket, readBody?: CallOptions['readBody']) {
    const seen: Seen = { servedAt: instant(clock.now()), errors: [] }
    const onAnswer = (wire: Wire, outcome: Outcome) => {
      const date = Date.parse(String(wire.headers.date))
      if (Number.isFinite(date)) seen.servedAt = instant(date)
      if (outcome.kind === 'partial') seen.errors = outcome.errors
    }
    const call: CallOptions = { bucket, onAnswer, ...(readBody === undefined ? {} : { readBody }) }
    return { seen, call }
  }
}

/**
 * A body of JSON; its text when it is none. Octokit's own reader looks at each value for numbers above 2^53, which takes
 * longer than all the rest of a large answer; GraphQL sends such numbers as text.
 */
async function readJson(body: unknown): Promise<unknown> {
  const text = await new Response(body as ReadableStream | null).text()
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

interface Seen {
  servedAt: Instant
  errors: readonly PartialError[]
}

function answer<Data>(call: { scrub?: ((raw: unknown) => Data) | undefined }, raw: unknown, seen: Seen) {
  const readable = withoutUnread(raw, seen.errors)
  // The one place where an answer of a host is taken to have the shape of its question.
  const data = call.scrub === undefined ? (readable as Data) : scrubbed(call.scrub, readable)
  return { data, errors: seen.errors, servedAt: seen.servedAt }
}

function scrubbed<Data>(scrub: (raw: unknown) => Data, raw: unknown): Data {
  try {
    return scrub(raw)
  } catch (cause) {
    throw new SourceFailure('invalid-answer', 'the host answered in a shape that was not expected', { cause })
  }
}

function client(options: GithubOptions, settings: LimitsOptions): Octokit {
  const quiet = () => undefined
  const octokit = new Octokit({
    baseUrl: options.apiUrl.replace(/\/$/, ''),
    userAgent: 'parvis',
    retry: { enabled: false },
    throttle: { enabled: false },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  })
  limits(octokit, settings)
  return octokit
}

function graphqlBase(options: GithubOptions): string {
  const url = options.graphqlUrl ?? `${options.apiUrl.replace(/\/$/, '').replace(/\/api\/v3$/, '/api')}/graphql`
  return url.replace(/\/graphql\/?$/, '')
}

// Shorter pauses of our own making are the ordinary pace of a run.
const WORTH_SAYING_MS = 10_000

function waitLine({ reason, until, credential }: Wait, now: number): string | undefined {
  const whose = credential === undefined ? 'without a token' : credential
  const why = {
    primary: `the hour's quota of ${whose} is used up`,
    secondary: `the host asks ${whose} to slow down`,
    pace: until - now < WORTH_SAYING_MS ? undefined : 'sparing the host',
  }[reason]
  return why === undefined ? undefined : `${why}: waiting until ${instant(until).slice(11)}`
}

// Every GraphQL call of ours asks for its price; the field is taken off the data with it.
function pointsOf(wire: Wire): number {
  if (!wire.isGraphql || wire.status !== 200) return 0
  const body = wire.body as { data?: { rateLimit?: { cost?: number } | null } | null } | null
  return typeof body === 'object' ? (body?.data?.rateLimit?.cost ?? 0) : 0
}
