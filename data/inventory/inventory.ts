import type { Descriptor } from '../facts/shapes/descriptor.ts'
import type { PlatformLine } from '../model/vocabulary.ts'
import type { DeclaredComponent } from './declared.ts'
import type { Domain } from './domains.ts'
import type { Feature } from './features.ts'
import type { LicenseEvidence } from './licenses.ts'
import type { Portfolio } from './portfolio.ts'
import type { Upkeep } from './readiness.ts'
import type { Registers } from './registers.ts'
import type { Release } from './releases.ts'

/** What is known of one component beside its manifests. */
export interface ComponentRecord {
  readonly url: string | null
  readonly description: string | null
  readonly isArchived: boolean
  readonly isFork: boolean
  /** Whether anybody can read the repository. */
  readonly isReadable: boolean
  readonly hasFiles: boolean
  readonly headCommittedAt: string | null
  /** Until when its history is known, where only a clone tells of it; null where its host was asked. */
  readonly knownUntil: string | null
  /** Plugin descriptors by path. */
  readonly descriptors: ReadonlyMap<string, Descriptor>
  readonly hasPubliccode: boolean
  /** What its publiccode.yml says it does. */
  readonly features: readonly Feature[]
  readonly domain: Domain | null
  readonly declared: DeclaredComponent | null
  /** Oldest first; empty where neither a release nor a tag is known. */
  readonly releases: readonly Release[]
  readonly licenses: readonly LicenseEvidence[]
  readonly upkeep: Upkeep
}

/** Everything that the questions about the inventory are answered from. */
export interface Inventory {
  /** Last instant at which anything was learnt; null when nothing was. */
  readonly asOf: string | null
  /** Instant that ages are counted to: `asOf`, else now. */
  readonly at: string
  readonly portfolio: Portfolio
  /** By id of component. */
  readonly records: ReadonlyMap<string, ComponentRecord>
  readonly registers: Registers
  /** Maven groups whose artifacts are of the platform, collected or not: a group and all below it. */
  readonly platformGroups: readonly string[]
  /** Generations of the platform that have ended. */
  readonly endedLines: readonly PlatformLine[]
  readonly coverage: InventoryCoverage
}

/** Repositories whose files were collected, out of all. */
export interface InventoryCoverage {
  readonly known: number
  readonly all: number
  /** `owner/name` of the others. */
  readonly missing: readonly string[]
  /** Whether any files were read where there are some to read: else nothing that files would tell is known. */
  readonly isRead: boolean
}

export function isOfPlatform(group: string, groups: readonly string[]): boolean {
  return groups.some((one) => group === one || group.startsWith(`${one}.`))
}
