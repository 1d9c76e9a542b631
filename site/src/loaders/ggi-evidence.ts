import type { EvidenceLine } from '#data/model/governance.ts'
import { isOneOf } from '#data/model/vocabulary.ts'
import { siteGgiEvidence, siteGgiEvidenceRows } from '#data/queries/site/ggi.ts'
import { type Evidence, type Method, pointId } from '#policies/ggi/method.ts'
import type { Asked } from './reading.ts'

/** Something that was counted, with every thing behind it. */
export interface CountedEvidence {
  /** Last part of the address of its page. */
  readonly slug: string
  readonly about: Evidence
  readonly met: number
  readonly unmet: number
  readonly unknown: number
  /** Day up to which what was counted is known; null when nothing was collected. */
  readonly asOf: string | null
  /** What does not hold first, then what is not known. */
  readonly rows: readonly EvidenceLine[]
  /** Points that it is counted for. */
  readonly serves: readonly string[]
}

const STATES = ['met', 'unmet', 'unknown', 'not-applicable'] as const

/** In the order of the method; empty where the file is for the public. */
export async function loadEvidence(store: Asked, method: Method): Promise<readonly CountedEvidence[]> {
  const counted = new Map((await store.ask(siteGgiEvidence, {})).map((row) => [row.evidence, row]))
  const rows = Map.groupBy(await store.ask(siteGgiEvidenceRows, {}), ({ evidence }) => evidence)
  return method.evidence.flatMap((about) => {
    const row = counted.get(about.id)
    if (row === undefined) return []
    const { met, unmet, unknown, as_of } = row
    return [
      {
        ...{ slug: slugOf(about.id), about, met, unmet, unknown, asOf: as_of === null ? null : as_of.slice(0, 10) },
        rows: (rows.get(about.id) ?? []).map(({ subject, state, detail, as_of: at }) => ({
          ...{ subject, detail, asOf: at, state: isOneOf(STATES, state) ? state : 'unknown' },
        })),
        serves: servedBy(about.id, method),
      },
    ]
  })
}

/** `lic.file` as a part of an address. */
function slugOf(evidence: string): string {
  return evidence.replaceAll('.', '-')
}

function servedBy(evidence: string, { activities }: Method): readonly string[] {
  return activities.flatMap(({ id, points }) =>
    points.filter((point) => point.evidence.includes(evidence)).map((point) => pointId(id, point.id)),
  )
}
