import { createHash } from 'node:crypto'
import { type TokenRights, viewerOf } from './access.ts'
import { type App, isForApps } from './apps.ts'
import type { AuditEntry } from './audit.ts'
import { faultReply, secondaryReply, spoil } from './fault-replies.ts'
import type { Fault } from './faults.ts'
import { answerGraphql, operationName } from './graphql/endpoint.ts'
import { resolveCommit } from './graphql/resolvers/git-objects.ts'
import { budgetHeaders, type Resource } from './limits.ts'
import { json, missing, type Reply } from './reply.ts'
import { archiveOf } from './rest/archive.ts'
import type { RestRequest } from './rest/request.ts'
import { answerRest } from './rest/router.ts'
import type { State } from './state.ts'
import { at } from './world/instants.ts'

/** A request as it came off the wire. */
export interface Incoming {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

interface Caller {
  readonly who: string
  readonly rights: TokenRights | null
  readonly isKnown: boolean
  /** The app that speaks by a token of its own (a JWT), or the sentence that refuses it. */
  readonly app?: App | string
}

function callerOf(state: State, authorization: string | undefined): Caller {
  if (authorization === undefined) return { who: 'anonymous', rights: null, isKnown: true }
  const token = authorization.replace(/^(token|bearer)\s+/i, '')
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) {
    const app = state.apps.check(token)
    return { who: typeof app === 'string' ? 'unknown' : `app-${app.id}`, rights: null, isKnown: false, app }
  }
  const rights = state.tokens.get(token) ?? state.apps.rightsOf(token)
  return { who: rights?.login ?? 'unknown', rights: rights ?? null, isKnown: rights !== undefined }
}

/** Answers one request of the API: count, strike, limit, answer; everything goes into the audit. */
export function answer(state: State, incoming: Incoming): Reply {
  const { url, method, body } = incoming
  const isGraphql = url.pathname === '/graphql' || url.pathname === '/api/graphql'
  const caller = callerOf(state, incoming.headers.authorization)
  const operation = isGraphql ? operationName(body) : null
  const path = url.pathname + url.search
  const entry = state.audit.open({ at: at(state.clock.now()), who: caller.who, method, path, operation }, body)
  entry.isWhileLimited = state.budgets.isHeld(caller.who, isGraphql ? 'graphql' : 'core')
  state.reach(entry.number)
  const fault = state.faults.strike({ number: entry.number, path, operation, attempt: entry.attempt })
  entry.fault = fault?.kind ?? null
  const reply = withHeaders(state, {
    caller,
    isGraphql,
    reply: decide(state, incoming, { caller, entry, fault, isGraphql }),
    fault,
  })
  entry.status = reply.cut === 'before' ? 0 : reply.status
  entry.bytes = reply.body.length
  return reply
}

interface Case {
  readonly caller: Caller
  readonly entry: AuditEntry
  readonly fault: Fault | null
  readonly isGraphql: boolean
}

function decide(state: State, incoming: Incoming, given: Case): Reply {
  const { caller, fault, isGraphql } = given
  const struck = fault && faultReply(fault, isGraphql)
  if (struck) {
    hold(state, caller.who, { reply: struck, fault, isGraphql })
    return struck
  }
  const path = incoming.url.pathname.replace(/^\/api\/v3(?=\/)/, '')
  if (isForApps(path)) {
    const { app = 'A JSON web token could not be decoded' } = caller
    if (typeof app === 'string') return json(401, { message: app, status: '401' })
    return state.apps.answer(app, { method: incoming.method, path })
  }
  if (!caller.isKnown)
    return json(401, { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' })
  if (isGraphql && caller.rights === null)
    return json(401, { message: 'This endpoint requires you to be authenticated.', status: '401' })
  if (!state.budgets.admit(caller.who)) {
    const reply = secondaryReply(state.budgets.limits.secondary)
    hold(state, caller.who, { reply, fault: { kind: 'secondary' }, isGraphql })
    return reply
  }
  return spoil(isGraphql ? graphql(state, incoming, given) : rest(state, incoming, given), fault)
}

interface Refusal {
  readonly reply: Reply
  readonly fault: Fault
  readonly isGraphql: boolean
}

/** Remembers how long the caller was told to wait: a secondary limit holds for everything, a primary one for its side. */
function hold(state: State, who: string, { reply, fault, isGraphql }: Refusal): void {
  const now = state.clock.now()
  if (fault.kind === 'secondary') {
    state.budgets.hold(who, now + Number(reply.headers['retry-after'] ?? 60) * 1000, ['graphql', 'core'])
  }
  if (fault.kind === 'rate-limited' || fault.kind === 'rate-limit') {
    const resource = isGraphql ? 'graphql' : 'core'
    const until =
      fault.resetAfter === undefined ? state.budgets.read(who, resource).reset * 1000 : now + fault.resetAfter * 1000
    state.budgets.hold(who, until, [resource])
  }
}

function graphql(state: State, incoming: Incoming, { caller, entry, fault }: Case): Reply {
  if (incoming.method !== 'POST') return missing()
  const index = state.index()
  return answerGraphql({
    body: incoming.body,
    who: caller.who,
    viewer: viewerOf(caller.rights, index),
    index,
    fault,
    entry,
    budgets: state.budgets,
    noteUnmodelled: state.audit.noteUnmodelled,
  })
}

function rest(state: State, incoming: Incoming, { caller, entry }: Case): Reply {
  const { url } = incoming
  if (url.pathname.startsWith('/_codeload/')) return codeload(state, url)
  const isEnterprise = url.pathname.startsWith('/api/v3/')
  const index = state.index()
  const request: RestRequest = {
    ...{ method: incoming.method, body: incoming.body, change: state.change },
    path: isEnterprise ? url.pathname.slice('/api/v3'.length) : url.pathname,
    query: url.searchParams,
    baseUrl: isEnterprise ? `${url.origin}/api/v3` : url.origin,
    origin: url.origin,
    who: caller.who,
    viewer: viewerOf(caller.rights, index),
    index,
    budgets: state.budgets,
    now: state.clock.now(),
  }
  const reply = tagged(answerRest(request), incoming)
  if (reply.isFree || state.budgets.take(caller.who, 'core', 1)) {
    entry.cost = reply.isFree ? 0 : 1
    return reply
  }
  state.budgets.hold(caller.who, state.budgets.read(caller.who, 'core').reset * 1000, ['core'])
  return { ...json(403, { message: `API rate limit exceeded for ${caller.who}.` }), isSpent: true }
}

/** An ETag bound to the token; 304 when the caller has that answer already. */
function tagged(reply: Reply, incoming: Incoming): Reply {
  if (reply.status !== 200 || reply.isFree) return reply
  const digest = createHash('sha256')
    .update(incoming.headers.authorization ?? '')
    .update(reply.body)
    .digest('hex')
  const etag = `W/"${digest.slice(0, 40)}"`
  const headers = { ...reply.headers, etag }
  if (incoming.headers['if-none-match'] !== etag) return { ...reply, headers }
  return { status: 304, headers: { etag }, body: Buffer.alloc(0), isFree: true }
}

/** The archive itself; like codeload it has no limits and its address carries what is needed to read it. */
function codeload(state: State, url: URL): Reply {
  const [, , owner = '', name = '', , ref = ''] = url.pathname.split('/')
  const index = state.index()
  const found = index.repository(`${owner}/${name}`)
  const isOpen = found?.value.visibility === 'PUBLIC' || url.searchParams.has('token')
  const commit = found && isOpen ? resolveCommit({ index }, found.value, decodeURIComponent(ref)) : undefined
  if (!found || !commit) return missing()
  const archive = archiveOf(found.value, commit, index.ownerOf(found.value).login)
  const headers = {
    'content-type': 'application/x-gzip',
    'content-disposition': `attachment; filename=${archive.name}`,
  }
  return { status: 200, headers, body: archive.bytes }
}

interface Told {
  readonly caller: Caller
  readonly isGraphql: boolean
  readonly reply: Reply
  readonly fault: Fault | null
}

function withHeaders(state: State, { caller, isGraphql, reply, fault }: Told): Reply {
  const common = {
    date: new Date(state.clock.now()).toUTCString(),
    'x-github-request-id': 'PARVIS:0001',
    server: 'github.com',
  }
  const hasBudget = state.budgets.limits.isEnabled && caller.isKnown
  return { ...reply, headers: { ...common, ...(hasBudget ? limitHeaders() : {}), ...reply.headers } }

  function limitHeaders(): Record<string, string> {
    const resource: Resource = isGraphql ? 'graphql' : 'core'
    const headers = budgetHeaders(state.budgets.read(caller.who, resource))
    if (!reply.isSpent) return headers
    const isPlanned = fault?.kind === 'rate-limited' || fault?.kind === 'rate-limit'
    const remaining = String((isPlanned ? fault.remaining : undefined) ?? 0)
    if (!isPlanned || fault.resetAfter === undefined) return { ...headers, 'x-ratelimit-remaining': remaining }
    const reset = String(Math.ceil(state.clock.now() / 1000) + fault.resetAfter)
    return { ...headers, 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset }
  }
}
