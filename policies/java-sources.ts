import { inRoot } from './places.ts'
import type { EvidenceNeed, Subject } from './rule.ts'

/** Packages, imports and names of types. The same for every check that asks no more, so that each file is outlined once. */
export const WITHOUT_MEMBERS = { members: false } as const

/** The outlines, without members, of the Java files in some folders of a component. */
export function javaNeed(folders: readonly string[], subject: Pick<Subject, 'root'>): EvidenceNeed {
  const paths = folders.map((folder) => inRoot(subject, `${folder}/**/*.java`))
  return { extractor: 'java-outline', paths, options: WITHOUT_MEMBERS }
}
