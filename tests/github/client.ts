import type { WireError } from './graphql/errors.ts'

/** What a plain client sees of an answer. */
export interface Answer<T> {
  readonly status: number
  readonly headers: Headers
  readonly data: T
  readonly errors: readonly WireError[]
  readonly text: string
}

export interface Asking {
  readonly token?: string | null
  /** Where GraphQL is: `/graphql`, or `/api/graphql` on an Enterprise Server. */
  readonly path?: string
}

/** Sends one query; `token: null` sends none. */
export async function ask<T = unknown>(
  github: { readonly url: string },
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  { token = 'admin-token', path = '/graphql' }: Asking = {},
): Promise<Answer<T>> {
  const response = await fetch(github.url + path, {
    method: 'POST',
    headers: token === null ? {} : { authorization: `bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  })
  const text = await response.text()
  const { data, errors } = text.startsWith('{') ? (JSON.parse(text) as { data: T; errors?: WireError[] }) : {}
  return { status: response.status, headers: response.headers, data: data as T, errors: errors ?? [], text }
}

/** Reads a REST path as JSON. */
export async function get<T = unknown>(
  github: { readonly url: string },
  path: string,
  { token, headers }: { readonly token?: string; readonly headers?: Record<string, string> } = {},
): Promise<Answer<T>> {
  const authorization = token === undefined ? {} : { authorization: `token ${token}` }
  const response = await fetch(github.url + path, { headers: { ...authorization, ...headers }, redirect: 'manual' })
  const text = await response.text()
  const data = (/^[[{]/.test(text) ? JSON.parse(text) : undefined) as T
  return { status: response.status, headers: response.headers, data, errors: [], text }
}

/** The value, which a test knows to be there. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('Nothing is there')
  return value
}
