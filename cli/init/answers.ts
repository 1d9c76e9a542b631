import { UsageFailure } from '#data/model/failures.ts'

/** What a first configuration is made from. */
export interface Answers {
  /** Names of organisations on the host, at least one. */
  readonly organisations: readonly string[]
  /** Web address of a server of one's own; the public one when left out. */
  readonly server?: string | undefined
  /** Who publishes: "Ville de Lutetia". */
  readonly publisher?: string | undefined
  /** Mail address of a role. */
  readonly contact?: string | undefined
}

const LOGIN = /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/u

/** The names as the host writes them, each once: an address, an `@` and repositories are what people paste. */
export function organisationNames(given: readonly string[]): readonly string[] {
  const names = given.map((one) => {
    const bare = one.replace(/^https?:\/\/[^/]+\/(?:orgs\/)?/u, '').replace(/^@|\/$/gu, '')
    if (LOGIN.test(bare)) return bare
    const [owner = ''] = bare.split('/')
    throw new UsageFailure('organisation-unreadable', `${one} is not the name of an organisation.`, {
      hint: LOGIN.test(owner)
        ? `Organisations are collected whole: did you mean ${owner}?`
        : 'It is what follows the host in its address: letters, digits and single hyphens, 39 at most.',
    })
  })
  return names.filter((name, index) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index)
}

/** Throws a `UsageFailure` for what the configuration would not take. */
export function checkAnswers({ server, contact }: Answers): void {
  if (server !== undefined && (!/^https?:\/\//u.test(server) || !URL.canParse(server))) {
    throw new UsageFailure('server-unreadable', `${server} is not the address of a server.`, {
      hint: 'Expected an address that starts with https://, as https://git.my-city.example',
    })
  }
  if (contact !== undefined && !/^[^\s@]+@[^\s@]+$/u.test(contact)) {
    throw new UsageFailure('contact-unreadable', `${contact} is not a mail address.`, {
      hint: 'Expected the address of a role, as open-source@my-city.example',
    })
  }
}
