import type { Wire } from './wire.ts'

const SAML = /SAML enforcement|single sign-on/i
const ALLOW_LIST = /IP allow list/i

/**
 * What to do about a wall around an organisation (single sign-on, a list of addresses), in words that name it; undefined
 * when `message` tells of none. The address of the door is a secret of one request: only the name is taken out of it.
 */
export function wallSentence(message: string, { headers }: Pick<Wire, 'headers'>, isSaml = false): string | undefined {
  const sso = String(headers['x-github-sso'] ?? '')
  if (isSaml || SAML.test(message))
    return `${named(/\/orgs\/([\w.-]+)\/sso/.exec(sso)?.[1])} lets nobody in without single sign-on: authorise the token for it on the host (Settings, tokens, "Configure SSO")`
  if (ALLOW_LIST.test(message))
    return `${named(/`([\w.-]+)` organization/.exec(message)?.[1])} lets in the addresses on its IP allow list only: have an owner add the address of this machine, or run where it is allowed`
  return undefined
}

function named(login: string | undefined): string {
  return login === undefined ? 'the organisation' : `the organisation "${login}"`
}
