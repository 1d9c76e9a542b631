import type { Text } from '#data/model/vocabulary.ts'

/** How a verification point can be known. `proxy`: something near it is measured, and the officer confirms. */
export const POINT_KINDS = ['measured', 'proxy', 'declared'] as const
export type PointKind = (typeof POINT_KINDS)[number]

/** One thing that an activity asks. */
export interface Point {
  /** `P1…` in the order of the handbook; unique within the activity. */
  readonly id: string
  readonly kind: PointKind
  /** One of several ways to meet the same thing: one of them is enough. */
  readonly isAlternative: boolean
  readonly asks: Text
  /** Ids of what is measured for it. */
  readonly evidence: readonly string[]
}

export interface Activity {
  /** `GGI-A-NN`: neither consecutive nor the order of display. */
  readonly id: string
  readonly slug: string
  readonly title: Text
  readonly goal: string
  readonly roles: readonly string[]
  /** Activities that the handbook proposes afterwards. The links have circles. */
  readonly next: readonly string[]
  readonly points: readonly Point[]
  /** Numbers that are declared once a year, beside the points. */
  readonly figures: readonly { readonly id: string; readonly asks: Text }[]
}

/** How ids of an earlier handbook read in this one: those that neither moved nor were dropped stayed. */
export interface Mapping {
  readonly from: string
  readonly dropped: readonly string[]
  readonly moved: Readonly<Record<string, string>>
}

export interface Named {
  readonly id: string
  readonly title: Text
}

/** Something that is looked at once and serves many frameworks. */
export interface Evidence {
  readonly id: string
  readonly title: Text
  /** What is measured, in a sentence. */
  readonly measures: Text
  readonly how: EvidenceBinding
  /** One thing of which it holds makes it met; else the share decides. */
  readonly isOneEnough: boolean
  /** Shares from which a point is partly met and met, where the evidence is a share. */
  readonly thresholds: { readonly partly: number; readonly met: number }
  /** The same thing in other frameworks, by the framework's own name for it. */
  readonly frameworks: Readonly<Record<string, readonly string[]>>
}

/** `rules`: repositories in which all of these rules hold. `query`: a named question to the database. */
export type EvidenceBinding =
  | { readonly kind: 'rules'; readonly rules: readonly string[] }
  | { readonly kind: 'query'; readonly query: string }

export interface Method {
  readonly handbook: {
    readonly version: string
    readonly published: string
    readonly attribution: Text
    readonly license: string
    readonly url: string
    /** Address that the slug of an activity completes. */
    readonly activityUrl: string
  }
  readonly goals: readonly Named[]
  readonly roles: readonly Named[]
  readonly frameworks: readonly Named[]
  readonly mappings: readonly Mapping[]
  /** In the order of the handbook. */
  readonly activities: readonly Activity[]
  readonly evidence: readonly Evidence[]
}

/** `GGI-A-21.P4`. */
export function pointId(activity: string, point: string): string {
  return `${activity}.${point}`
}

/** What the id of a point of an earlier handbook is called today; undefined when nothing is asked of it any more. */
export function currentPointId(
  id: string,
  { handbook: written, method: { handbook: now, mappings } }: { readonly handbook: string; readonly method: Method },
): string | undefined {
  if (written === now.version) return id
  const mapping = mappings.find(({ from }) => from === written)
  if (mapping === undefined) return id
  const moved = mapping.moved[id]
  if (moved !== undefined) return moved
  return mapping.dropped.includes(id) ? undefined : id
}
