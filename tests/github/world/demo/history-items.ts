import { addChangeRequest, addIssue } from '../build.ts'
import { commitFiles } from '../commit-files.ts'
import { at, hour } from '../instants.ts'
import type { Account, ChangedFile } from '../model.ts'
import type { Random } from '../random.ts'
import type { PlannedChange, PlannedIssue } from './plan.ts'
import { branchOf, type Event, nextChange, type Workshop } from './workshop.ts'

function changedFiles(paths: readonly string[], random: Random): ChangedFile[] {
  return paths.map((path) => ({
    path,
    additions: random.integer(1, 40),
    deletions: random.integer(0, 15),
    changeType: 'MODIFIED',
  }))
}

/** The commit that a change request came as, which no branch of the city ever reaches. */
function proposed(w: Workshop, planned: PlannedChange, files: Record<string, string>): string {
  const name = 'proposition'
  const commit = commitFiles(w.repository, {
    files,
    author: planned.author,
    at: at(planned.createdAt - hour),
    message: planned.title,
    branch: name,
  })
  w.repository.branches = w.repository.branches.filter((b) => b.name !== name)
  return commit.oid
}

function land(
  w: Workshop,
  planned: PlannedChange,
  given: { number: number; by: Account; at: number; isTakenOver: boolean },
): { mergeOid: string; headOid: string } {
  const files = nextChange(w, planned.title, planned.paths)
  const headOid = given.isTakenOver ? proposed(w, planned, files) : '0'.repeat(40)
  const merge = commitFiles(w.repository, {
    files,
    author: given.isTakenOver ? given.by : planned.author,
    committer: given.by,
    at: at(given.at),
    message: given.isTakenOver
      ? `${planned.title}\n\nRepris de la proposition #${given.number}`
      : `${planned.title} (#${given.number})`,
    branch: branchOf(w.c),
  })
  return { mergeOid: merge.oid, headOid }
}

/** With which words a proposal is closed that nobody merges. */
const PARTINGS = [
  'Merci. Le code ne respecte pas les règles de nommage de la plateforme.',
  'Merci, mais le besoin est trop spécifique à un service pour entrer dans le composant.',
  'Doublon d’une proposition plus récente.',
  'Fermé faute de réponse, à rouvrir quand vous voulez.',
  'Merci, nous en restons là pour cette fois.',
  'C’est hors périmètre pour ce composant.',
]

function remarks(planned: PlannedChange) {
  if (planned.answeredAt === null || planned.answeredBy === null) return { comments: [], reviews: [] }
  const author = planned.answeredBy.databaseId
  const first = { author, createdAt: at(planned.answeredAt) }
  const isReview = planned.answeredAt % 5 < 3
  const last =
    planned.fate === 'merged' && planned.closedAt !== null
      ? [
          {
            author,
            createdAt: at(Math.max(planned.answeredAt, planned.closedAt - 600_000)),
            state: 'APPROVED' as const,
          },
        ]
      : []
  const body = PARTINGS[Math.floor((planned.closedAt ?? 0) / 1000) % PARTINGS.length] ?? ''
  const parting =
    planned.fate === 'closed' && planned.closedAt !== null
      ? [{ author, createdAt: at(Math.max(planned.answeredAt, planned.closedAt - 1000)), body }]
      : []
  return {
    comments: [...(isReview ? [] : [first]), ...parting],
    reviews: [...(isReview ? [{ ...first, state: 'COMMENTED' as const }] : []), ...last],
  }
}

/** Opens a change request; its landing on the default branch is an event of its own. */
export function openChange(w: Workshop, planned: PlannedChange, number: number): Event[] {
  const item = addChangeRequest(w.world, w.repository, {
    number,
    title: planned.title,
    author: planned.author.databaseId,
    createdAt: at(planned.createdAt),
    state: planned.fate === 'open' ? 'OPEN' : planned.fate === 'merged' ? 'MERGED' : 'CLOSED',
    isDraft: planned.isDraft,
    closedAt: planned.closedAt === null ? null : at(planned.closedAt),
    mergedAt: planned.fate === 'merged' && planned.closedAt !== null ? at(planned.closedAt) : null,
    ...(planned.answeredBy === null ? {} : { closedBy: planned.answeredBy.databaseId }),
    mergedBy: planned.fate === 'merged' ? (planned.answeredBy?.databaseId ?? null) : null,
    baseRefName: branchOf(w.c),
    headRefName: `proposition-${number}`,
    isCrossRepository: planned.person !== null && planned.person.standpoint !== 'staff',
    reviewDecision: planned.fate === 'merged' ? 'APPROVED' : null,
    updatedAt: at(planned.closedAt ?? planned.answeredAt ?? planned.createdAt),
    labels: [...planned.labels],
    files: changedFiles(planned.paths, w.random),
    ...remarks(planned),
  })
  if (planned.closedAt === null || planned.answeredBy === null || planned.fate === 'closed') return []
  const isTakenOver = planned.fate === 'taken-over'
  const when = planned.closedAt + (isTakenOver ? w.random.integer(2, 60) * hour : 0)
  const by = planned.answeredBy
  return [
    {
      at: when,
      run: () => {
        const landed = land(w, planned, { number, by, at: when, isTakenOver })
        item.headRefOid = landed.headOid
        if (!isTakenOver) item.mergeCommitOid = landed.mergeOid
      },
    },
  ]
}

export function openIssue(w: Workshop, planned: PlannedIssue, number: number): void {
  addIssue(w.world, w.repository, {
    number,
    title: planned.title,
    author: planned.author.databaseId,
    createdAt: at(planned.createdAt),
    state: planned.closedAt === null ? 'OPEN' : 'CLOSED',
    stateReason: planned.closedAt === null ? null : planned.isPlanned ? 'COMPLETED' : 'NOT_PLANNED',
    closedAt: planned.closedAt === null ? null : at(planned.closedAt),
    ...(planned.answeredBy === null ? {} : { closedBy: planned.answeredBy.databaseId }),
    updatedAt: at(planned.closedAt ?? planned.answeredAt ?? planned.createdAt),
    labels: [...planned.labels],
    comments:
      planned.answeredAt === null || planned.answeredBy === null
        ? []
        : [{ author: planned.answeredBy.databaseId, createdAt: at(planned.answeredAt) }],
  })
}
