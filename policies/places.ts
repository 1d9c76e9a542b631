import type { Subject } from './rule.ts'

/** A path of the component as a path of the repository. */
export function inRoot({ root }: Pick<Subject, 'root'>, path: string): string {
  return root === '' ? path : `${root}/${path}`
}
