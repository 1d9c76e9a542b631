import type { UsedBrick } from '../shapes/brick-list.ts'

/** `registry/namespace/name:tag@digest` as a brick; undefined for what is no reference (`scratch`, an unset variable). */
export function imageBrick(reference: string, line: number | null): UsedBrick | undefined {
  if (reference === '' || reference === 'scratch' || /\$\{?\w|^\$/u.test(reference)) return undefined
  const [named = '', digest] = reference.split('@')
  const slash = named.lastIndexOf('/')
  const colon = named.indexOf(':', slash + 1)
  const path = colon < 0 ? named : named.slice(0, colon)
  const tag = colon < 0 ? null : named.slice(colon + 1)
  const cutAt = path.lastIndexOf('/')
  return {
    type: 'docker',
    namespace: cutAt < 0 ? null : path.slice(0, cutAt),
    name: path.slice(cutAt + 1),
    version: tag ?? digest ?? null,
    scope: 'image',
    license: null,
    line,
  }
}
