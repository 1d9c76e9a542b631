import type { Fault } from './faults.ts'
import { primaryLimit } from './graphql/endpoint.ts'
import type { SecondaryForm } from './limits.ts'
import { json, type Reply } from './reply.ts'

const html = Buffer.from('<html><head><title>502 Bad Gateway</title></head><body><h1>Unicorn!</h1></body></html>\n')
const empty: Reply = { status: 200, headers: {}, body: Buffer.alloc(0) }

/** The answer of a fault that strikes before the request is looked at; null for those that spoil a good answer. */
export function faultReply(fault: Fault, isGraphql: boolean): Reply | null {
  switch (fault.kind) {
    case 'bad-gateway':
      return json(502, { message: "We couldn't respond to your request in time. Sorry about that." })
    case 'gateway-timeout':
      return json(504, { message: "We couldn't respond to your request in time. Sorry about that." })
    case 'html':
      return { status: 502, headers: { 'content-type': 'text/html' }, body: html }
    case 'reset':
      return { ...empty, cut: 'before' }
    case 'unauthorized':
      return json(401, { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' })
    case 'secondary':
      return secondaryReply({
        status: fault.status ?? 403,
        retryAfter: fault.retryAfter === undefined ? 60 : fault.retryAfter,
      })
    case 'rate-limited':
    case 'rate-limit':
      return limited(fault.kind === 'rate-limit' ? 'RATE_LIMIT' : 'RATE_LIMITED', isGraphql)
    case 'something-went-wrong': {
      const message =
        'Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug.'
      return json(isGraphql ? 200 : 500, isGraphql ? { data: null, errors: [{ message }] } : { message })
    }
    case 'slow':
    case 'truncated':
    case 'truncated-json':
    case 'null-nodes':
    case 'partial':
      return null
  }
}

function limited(form: 'RATE_LIMITED' | 'RATE_LIMIT', isGraphql: boolean): Reply {
  if (!isGraphql) return { ...json(403, { message: 'API rate limit exceeded for user ID 9000001.' }), isSpent: true }
  return { ...json(200, primaryLimit(form)), isSpent: true }
}

/** The secondary limit, in one of its three statuses. */
export function secondaryReply({ status, retryAfter }: SecondaryForm): Reply {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
  const headers = retryAfter === null ? {} : { 'retry-after': String(retryAfter) }
  const documentation_url =
    'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits'
  return json(status, status === 200 ? { errors: [{ message }] } : { message, documentation_url }, headers)
}

/** A good answer, spoilt on its way. */
export function spoil(reply: Reply, fault: Fault | null): Reply {
  if (fault?.kind === 'slow') return { ...reply, delay: fault.milliseconds }
  if (fault?.kind === 'truncated') return { ...reply, cut: 'within' }
  if (fault?.kind === 'truncated-json') return { ...reply, body: reply.body.subarray(0, reply.body.length >> 1) }
  return reply
}
