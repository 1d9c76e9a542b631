/** Where one file of a bundle of texts stands: the path of the bundle, and the language as the file name has it. */
export interface BundlePath {
  /** Path without language and extension: `…/forum_messages`. */
  readonly base: string
  /** `fr`, `pt_BR`; undefined for the file without suffix. */
  readonly language: string | undefined
}

/** Undefined for a path that is no file of a bundle whose name ends so (`_messages`). */
export function bundlePath(path: string, ending: string): BundlePath | undefined {
  const split = path.lastIndexOf(ending)
  if (split === -1) return undefined
  const base = path.slice(0, split + ending.length)
  const [suffix, language] = /^(?:_([a-z]{2,3}(?:_[A-Z]{2})?))?\.properties$/u.exec(path.slice(base.length)) ?? []
  return suffix === undefined ? undefined : { base, language }
}
