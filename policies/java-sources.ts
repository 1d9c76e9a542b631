import { inRoot } from './places.ts'
import type { EvidenceNeed, Subject } from './rule.ts'

/** Packages, imports and names of types: what tests are asked for. */
export const WITHOUT_MEMBERS = { members: false } as const

/** Fields and methods too. All checks of a component's own sources ask for the same, so that each file is outlined once. */
export const WITH_MEMBERS = { members: true } as const

/** The outlines of the Java files in some folders of a component. */
export function javaNeed(
  folders: readonly string[],
  subject: Pick<Subject, 'root'>,
  options: typeof WITHOUT_MEMBERS | typeof WITH_MEMBERS = WITHOUT_MEMBERS,
): EvidenceNeed {
  const paths = folders.map((folder) => inRoot(subject, `${folder}/**/*.java`))
  return { extractor: 'java-outline', paths, options }
}
