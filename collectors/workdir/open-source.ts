import { UsageFailure } from '#data/model/failures.ts'
import type { Source } from '#data/model/source.ts'
import { openBareSource } from '../git/bare-source.ts'
import { openTarball } from '../git/tarball-source.ts'
import { type CheckoutOptions, findPath, isGitDirectory, openCheckout } from './source.ts'

/** Whatever a path leads to as a source: a checkout, a plain folder, a bare clone, a tarball. */
export async function openSource(path: string, options: CheckoutOptions = {}): Promise<Source> {
  const stat = findPath(path)
  if (stat.isDirectory()) return isGitDirectory(path) ? openBareSource(path, options) : openCheckout(path, options)
  if (stat.isFile() && /\.(tar|tar\.gz|tgz)$/i.test(path)) return openTarball(path, options)
  throw new UsageFailure('not-a-source', `${path} is neither a folder nor a tarball`, {
    hint: 'give the folder of a checkout, a bare clone, or a .tar, .tar.gz or .tgz file',
  })
}
