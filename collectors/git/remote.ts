import { UsageFailure } from '#data/model/failures.ts'

/** A repository as the address of a remote names it. */
export interface Remote {
  /** Host, with its port where a web address has one, as repositories are keyed by. */
  readonly server: string
  /** `owner/name`. */
  readonly repository: string
  /** Where a browser finds it; undefined where the address does not tell: a nickname of a host, a longer path. */
  readonly page: string | undefined
}

const NAME = /^[\w.-]+\/[\w.-]+$/
const WEB = /^https?:\/\/(?:[^/@]*@)?(?<server>[^/@]+)\/(?<path>.+)$/i
const OTHER = /^(?:ssh|git|git\+ssh):\/\/(?:[^/@]*@)?(?<server>[^/@:]+)(?::\d+)?\/(?<path>.+)$/i
/** `user@host:owner/name`; not the drive of a Windows path. */
const SHORT = /^(?:[^@/\\:\s]+@)?(?<server>[^@/\\:\s]{2,}):(?!\/\/|\\)\/?(?<path>.+)$/

/**
 * What a remote's address stands for, on whatever host. Undefined for a path of a disk: the name of a folder says
 * nothing. Of a longer path, the last two parts are taken.
 */
export function readRemote(address: string): Remote | undefined {
  const { server, path } = (WEB.exec(address) ?? OTHER.exec(address) ?? SHORT.exec(address))?.groups ?? {}
  const parts = path
    ?.replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .split('/')
    .filter((part) => part !== '')
  const repository = parts?.slice(-2).join('/')
  if (server === undefined || repository === undefined || !NAME.test(repository)) return undefined
  const isWhole = parts?.length === 2 && server.includes('.')
  return {
    server: server.toLowerCase(),
    repository,
    page: isWhole ? `https://${server.toLowerCase()}/${repository}` : undefined,
  }
}

/** Checks an `owner/name` that the user wrote. */
export function checkRepositoryName(repository: string): string {
  if (NAME.test(repository)) return repository
  throw new UsageFailure('invalid-repository-name', `"${repository}" is not of the form OWNER/NAME`)
}
