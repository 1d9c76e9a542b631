import { UsageFailure } from '#data/model/failures.ts'
import type { Source } from '#data/model/source.ts'
import { type CheckoutOptions, findPath, isGitDirectory, openCheckout } from './source.ts'

const TARBALL = /\.(tar|tar\.gz|tgz)$/i

/** Whatever a path leads to as a source: a checkout, a plain folder, a bare clone, a tarball. */
export async function openSource(path: string, options: CheckoutOptions = {}): Promise<Source> {
  const stat = findPath(path)
  // Most are checkouts, which do not pay for loading the other readers.
  if (stat.isDirectory() && !isGitDirectory(path)) return openCheckout(path, options)
  if (stat.isDirectory()) return (await import('../git/bare-source.ts')).openBareSource(path, options)
  if (stat.isFile() && TARBALL.test(path)) return (await import('../git/tarball-source.ts')).openTarball(path, options)
  throw new UsageFailure('not-a-source', `${path} is neither a folder nor a tarball`, {
    hint: 'give the folder of a checkout, a bare clone, or a .tar, .tar.gz or .tgz file',
  })
}
