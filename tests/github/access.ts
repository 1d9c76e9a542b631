import type { WorldIndex } from './world/index.ts'
import type { Organisation, Repository } from './world/model.ts'

/** A token this server knows, and what it may do. Any other token is answered 401. */
export interface TokenRights {
  readonly token: string
  /** The login shown by `viewer`. */
  readonly login: string
  /** Logins of organisations whose private sides it sees; `all` of them, or none (an outsider). Default none. */
  readonly memberOf?: readonly string[] | 'all'
  /** May read what needs administration (alerts, branch protection). Default false. */
  readonly isAdmin?: boolean
  /** Organisations whose wall (SAML, IP allow list) it passes. */
  readonly passes?: readonly string[] | 'all'
  /** Fields that answer null and FORBIDDEN: `Type.field`, or `owner/name:Type.field` for one repository. */
  readonly forbidden?: readonly string[]
}

/** The tokens of a server to which none were given. */
export const defaultTokens: readonly TokenRights[] = [
  { token: 'admin-token', login: 'contributor-001', memberOf: 'all', isAdmin: true, passes: 'all' },
  { token: 'member-token', login: 'contributor-002', memberOf: 'all', passes: 'all' },
  { token: 'outsider-token', login: 'visitor' },
]

/** One token's (or nobody's) view of the world. */
export interface Viewer {
  readonly rights: TokenRights | null
  readonly isMember: (organisation: Organisation) => boolean
  readonly sees: (repository: Repository) => boolean
  /** Whether the organisation's wall stops this viewer, and which. */
  readonly wall: (organisation: Organisation) => Organisation['wall']
  /** Names of the fields (without their type) to which `mayRead` may say no. */
  readonly restricted: ReadonlySet<string>
  readonly mayRead: (field: string, repository: Repository | undefined) => boolean
}

const adminFields: readonly string[] = ['Repository.vulnerabilityAlerts', 'Ref.branchProtectionRule']

const lists = (logins: readonly string[] | 'all' | undefined, login: string) =>
  logins === 'all' || (logins ?? []).includes(login)

/** What some repository of this world withholds from tokens without administration. */
const withheld = (index: WorldIndex): readonly string[] =>
  index.once(index.world, 'withheld', () => [
    ...adminFields,
    ...new Set(index.world.repositories.flatMap((r) => r.forbiddenFields)),
  ])

export function viewerOf(rights: TokenRights | null, index: WorldIndex): Viewer {
  const isMember = (organisation: Organisation) => lists(rights?.memberOf, organisation.login)
  const forbidden = new Set(rights?.forbidden ?? [])
  return {
    rights,
    isMember,
    restricted: new Set(
      [...forbidden, ...(rights?.isAdmin ? [] : withheld(index))].map((f) => f.split('.').at(-1) ?? ''),
    ),
    sees: (repository) => repository.visibility === 'PUBLIC' || isMember(index.ownerOf(repository)),
    wall: (organisation) => (rights === null || lists(rights.passes, organisation.login) ? 'none' : organisation.wall),
    mayRead: (field, repository) => {
      if (forbidden.has(field)) return false
      if (repository === undefined) return true
      if (forbidden.size > 0 && forbidden.has(`${index.fullName(repository)}:${field}`)) return false
      if (rights?.isAdmin) return true
      return !adminFields.includes(field) && !repository.forbiddenFields.includes(field)
    },
  }
}
