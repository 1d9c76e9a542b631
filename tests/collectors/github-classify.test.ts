import { describe, expect, it } from 'vitest'
import { classify, isPassing } from '#collectors/github/classify.ts'
import type { Wire } from '#collectors/github/wire.ts'

const NOW = 'Sun, 01 Nov 2026 08:00:00 GMT'
const IN_TEN_MINUTES = String(Date.parse(NOW) / 1000 + 600)

function graphql(body: unknown, rest: Partial<Wire> = {}): Wire {
  return { status: 200, headers: { date: NOW }, body, milliseconds: 300, isGraphql: true, ...rest }
}
function rest(status: number, message: string, headers: Wire['headers'] = {}): Wire {
  return { status, headers: { date: NOW, ...headers }, body: { message }, milliseconds: 300, isGraphql: false }
}
function refused(type: string, message: string, data?: unknown): Wire {
  return graphql({ errors: [{ type, message, path: ['node', 'items'] }], ...(data === undefined ? {} : { data }) })
}

describe('a good answer', () => {
  it('is taken even when it is the last that the quota allows', () => {
    const headers = { date: NOW, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': IN_TEN_MINUTES }
    expect(classify(graphql({ data: { node: null } }, { headers }))).toEqual({ kind: 'ok' })
  })

  it('is partial when errors came beside the data', () => {
    expect(classify(refused('FORBIDDEN', 'Resource not accessible', { node: null }))).toEqual({
      kind: 'partial',
      errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible', path: ['node', 'items'] }],
    })
  })
})

describe('a primary limit', () => {
  it.each(['RATE_LIMITED', 'RATE_LIMIT'])('told as %s waits until the reset, by the clock of the host', (type) => {
    const wire = refused(type, 'API rate limit already exceeded')
    const headers = { ...wire.headers, 'x-ratelimit-remaining': '4', 'x-ratelimit-reset': IN_TEN_MINUTES }
    expect(classify({ ...wire, headers })).toEqual({ kind: 'wait', limit: 'primary', seconds: 600 })
  })

  it('told as 403 by its sentence waits too, whatever is said to remain', () => {
    const headers = { 'x-ratelimit-remaining': '4', 'x-ratelimit-reset': IN_TEN_MINUTES }
    const wire = rest(403, 'API rate limit exceeded for user ID 9.', headers)
    expect(classify(wire)).toEqual({ kind: 'wait', limit: 'primary', seconds: 600 })
  })

  it('told as 403 with nothing remaining waits until the reset', () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': IN_TEN_MINUTES }
    expect(classify(rest(403, 'API rate limit exceeded', headers))).toMatchObject({ kind: 'wait', seconds: 600 })
  })
})

describe('a secondary limit', () => {
  const sentence = 'You have exceeded a secondary rate limit. Please wait.'

  it.each([403, 429])('told as %i waits as long as it says, whatever the reset', (status) => {
    const headers = { 'retry-after': '17', 'x-ratelimit-remaining': '90', 'x-ratelimit-reset': IN_TEN_MINUTES }
    expect(classify(rest(status, sentence, headers))).toEqual({ kind: 'wait', limit: 'secondary', seconds: 17 })
  })

  it.each([
    ['an error', { errors: [{ message: sentence }] }],
    ['an error beside data', { data: { node: {} }, errors: [{ message: sentence }] }],
    ['a message', { message: sentence }],
  ])('told as 200 with %s is one too', (_form, body) => {
    expect(classify(graphql(body))).toEqual({ kind: 'wait', limit: 'secondary', seconds: undefined })
  })
})

describe('a question that is too big', () => {
  it('shrinks when the gateway gave up after the time that a query has', () => {
    const body = { message: "We couldn't respond to your request in time. Sorry about that." }
    expect(classify(graphql(body, { status: 502, milliseconds: 10_200 })).kind).toBe('shrink')
  })

  it('is asked again when the gateway gave up at once', () => {
    expect(classify(graphql({ message: 'Bad gateway' }, { status: 502 })).kind).toBe('retry')
  })

  it('shrinks when resources are exceeded and nothing came', () => {
    expect(classify(refused('RESOURCE_LIMITS_EXCEEDED', 'Resource limits for this query exceeded.'))).toMatchObject({
      kind: 'shrink',
      reason: 'resource-limit',
    })
  })
})

describe('a broken answer is asked for again', () => {
  it.each<[string, Wire]>([
    ['a page of HTML', graphql('<html><h1>Unicorn!</h1></html>', { status: 502 })],
    ['JSON that is cut short', graphql('{"data":{"no')],
    ['nothing', graphql('')],
    ['an empty object', graphql({})],
    ['data that is null', graphql({ data: null })],
    ['a lost connection', graphql('', { status: 0, broken: 'connection' })],
    ['no answer in time', graphql('', { status: 0, broken: 'timeout' })],
  ])('%s', (_what, wire) => {
    expect(classify(wire).kind).toBe('retry')
  })
})

describe('a refusal ends it', () => {
  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [410, 'gone'],
    [451, 'gone'],
  ])('%i is %s', (status, reason) => {
    expect(classify(rest(status, 'No.', { 'x-ratelimit-remaining': '88' }))).toMatchObject({ kind: 'fatal', reason })
  })

  it('a field that an older server does not know is named', () => {
    const body = { errors: [{ extensions: { code: 'undefinedField' }, message: "Field 'x' doesn't exist" }] }
    expect(classify(graphql(body))).toEqual({
      kind: 'fatal',
      reason: 'invalid-answer',
      message: "Field 'x' doesn't exist",
    })
  })

  it.each([
    [
      'single sign-on',
      { 'x-github-sso': 'required; url=https://github.com/orgs/town-hall/sso?authorization_request=SECRET' },
      'Resource protected by organization SAML enforcement.',
      /"town-hall" lets nobody in without single sign-on: authorise the token/,
    ],
    [
      'an allow list',
      {},
      'Although you appear to have the correct authorization credentials, the `town-hall` organization has an IP allow list enabled',
      /"town-hall" lets in the addresses on its IP allow list only/,
    ],
  ])('by %s names the organisation and the remedy, by REST and by GraphQL', (_wall, headers, said, told) => {
    const extensions = said.includes('SAML') ? { saml_failure: true } : {}
    const errors = [{ type: 'FORBIDDEN', message: said, extensions, path: ['organization'] }]
    const outcomes = [
      classify(rest(403, said, headers)),
      classify(graphql({ errors }, { headers })),
      classify(graphql({ data: { organization: null }, errors }, { headers })),
    ]
    expect(outcomes.map(({ kind }) => kind)).toEqual(['fatal', 'fatal', 'partial'])
    for (const outcome of outcomes) {
      expect(JSON.stringify(outcome).replaceAll('\\"', '"')).toMatch(told)
      expect(JSON.stringify(outcome)).not.toContain('SECRET')
    }
  })

  it('of a field beside a wall keeps its own words', () => {
    const headers = { 'x-github-sso': 'required; url=https://github.com/orgs/town-hall/sso?x=1' }
    const errors = [{ type: 'FORBIDDEN', message: 'Resource not accessible by personal access token', path: ['a'] }]
    expect(classify(graphql({ data: { a: null }, errors }, { headers }))).toMatchObject({
      errors: [{ message: 'Resource not accessible by personal access token' }],
    })
  })

  it('keeps no address of a message: it may hold a secret', () => {
    const message = 'Grant access at https://github.test/orgs/x/sso?authorization_request=SECRET please'
    expect(JSON.stringify(classify(rest(403, message, { 'x-ratelimit-remaining': '9' })))).not.toContain('SECRET')
  })
})

describe('an error beside data', () => {
  const error = (type: string, ...path: (string | number)[]) => ({ type, message: '', path })

  it.each([
    error('SERVICE_UNAVAILABLE', 'node', 'items', 'nodes', 3, 'additions'),
    error('UNKNOWN', 'nodes', 0),
    error('NOT_FOUND', 'nodes', 4),
    error('NOT_FOUND', 'node'),
  ])('of a part that is down, or of a thing just listed, may pass: $type $path', (one) => {
    expect(isPassing(one)).toBe(true)
  })

  it.each([
    error('FORBIDDEN', 'nodes', 0, 'languages'),
    error('INSUFFICIENT_SCOPES', 'node'),
    error('RESOURCE_LIMITS_EXCEEDED', 'node', 'items'),
    error('NOT_FOUND', 'organization'),
    error('INVALID_CURSOR_ARGUMENTS', 'node', 'items'),
  ])('that says no is taken at its word: $type $path', (one) => {
    expect(isPassing(one)).toBe(false)
  })
})
