import type { Finding } from '#data/model/lint.ts'
import type { Repair } from './repair.ts'

/** Repairs by the message of what they mend; loaded when something is mended. */
const REPAIRS: Readonly<Record<string, () => Promise<Repair>>> = {
  'lutece/descriptor-version/differs': async () => (await import('./descriptor-version.ts')).descriptorVersion,
  'dependency-types/missing': async () => (await import('./dependency-type.ts')).missingType,
  'dependency-types/other': async () => (await import('./dependency-type.ts')).otherType,
  'pom-repositories/refused': async () => (await import('./pom-lines.ts')).secureAddress,
  'pom-properties/present': async () => (await import('./pom-lines.ts')).idleProperty,
  'pom-properties/differs': async () => (await import('./pom-lines.ts')).nameProperty,
  'scm-repository/differs': async () => (await import('./pom-lines.ts')).renamedRepository,
  'sql-header/missing': async () => (await import('./sql-header.ts')).missingHeader,
  'sql-header/late': async () => (await import('./sql-header.ts')).lateHeader,
  'keys-unique/same': async () => (await import('./properties.ts')).sameAgain,
  'properties-readable/latin': async () => (await import('./properties.ts')).escapedLetters,
}

/** Whether there is a repair for what a finding says. Whether it is certain here shows when it is tried. */
export function hasRepair({ messageId, outcome, location, waiver }: Finding): boolean {
  return outcome === 'fail' && waiver === undefined && location !== undefined && Object.hasOwn(REPAIRS, messageId)
}

export async function repairFor({ messageId }: Finding): Promise<Repair | undefined> {
  return REPAIRS[messageId]?.()
}
