import { GraphQLError, type GraphQLFormattedError } from 'graphql'

/** An error that GitHub tells with a `type` beside the message. */
export class FieldError extends Error {
  readonly type: string
  readonly more: Readonly<Record<string, unknown>>

  constructor(type: string, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.type = type
    this.more = more
  }
}

/** A refusal of an organisation with single sign-on; a header of the answer names it. */
export class WalledError extends FieldError {
  readonly organisation: string

  constructor(organisation: string, ...rest: ConstructorParameters<typeof FieldError>) {
    super(...rest)
    this.organisation = organisation
  }
}

/** An entry of `errors` on the wire. */
export interface WireError {
  readonly type?: string
  readonly path?: readonly (string | number)[]
  readonly locations?: GraphQLFormattedError['locations']
  readonly message: string
  readonly extensions?: Readonly<Record<string, unknown>>
  readonly code?: string
}

export function toWire(error: GraphQLError): WireError {
  const cause = error.originalError
  if (cause !== undefined && !(cause instanceof FieldError) && !(cause instanceof GraphQLError)) throw cause
  return {
    ...(cause instanceof FieldError ? { type: cause.type } : {}),
    ...(error.path ? { path: error.path } : {}),
    ...(cause instanceof FieldError && Object.keys(cause.more).length > 0 ? { extensions: cause.more } : {}),
    ...(error.locations ? { locations: error.locations } : {}),
    message: error.message,
  }
}

export const notFound = (id: string) =>
  new FieldError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`)

export const forbidden = () => new FieldError('FORBIDDEN', 'Resource not accessible by personal access token')

export const samlError = (organisation: string) =>
  new WalledError(
    organisation,
    'FORBIDDEN',
    'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
    { saml_failure: true },
  )
