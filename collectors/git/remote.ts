import { UsageFailure } from '#data/model/failures.ts'

const NAME = /^[\w.-]+\/[\w.-]+$/

/**
 * `owner/name` that a remote's address stands for, on whatever host: `https://`, `ssh://`, `git://` and the short
 * `user@host:owner/name` form. Undefined for a path of a disk: the name of a folder says nothing. Of a longer path,
 * the last two parts are taken.
 */
export function repositoryOfRemote(address: string): string | undefined {
  const url = /^(?:https?|ssh|git|git\+ssh):\/\/[^/]+\/(.+)$/i.exec(address)
  const short = /^(?:[^@/\\:\s]+@)?[^@/\\:\s]{2,}:(?!\/\/|\\)\/?(.+)$/.exec(address)
  const path = url?.[1] ?? (url ? undefined : short?.[1])
  const parts = path
    ?.replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .split('/')
  const repository = parts
    ?.filter((part) => part !== '')
    .slice(-2)
    .join('/')
  return repository !== undefined && NAME.test(repository) ? repository : undefined
}

/** Checks an `owner/name` that the user wrote. */
export function checkRepositoryName(repository: string): string {
  if (NAME.test(repository)) return repository
  throw new UsageFailure('invalid-repository-name', `"${repository}" is not of the form OWNER/NAME`)
}
