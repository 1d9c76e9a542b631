/** A name that begins with a dot is the host's own: `.github` lends documents to its neighbours, and is no component. */
export function isOfHost(repository: string): boolean {
  return repository.includes('/.')
}
