import { saveAffiliations } from './affiliations.ts'
import { type PackedBlob, packBlob, saveBlob } from './blobs.ts'
import { repositoryId } from './known.ts'
import { saveMembers } from './members.ts'
import type { Gone, NormalizedBatch } from './model/collection.ts'
import type {
  ChangeRequestRecord,
  CommitRecord,
  IssueRecord,
  Record,
  RepositoryRecord,
  TreeRecord,
} from './model/records.ts'
import { saveOptIns, saveOutbound } from './opt-ins.ts'
import { addCounts, saveProgress } from './runs.ts'
import type { Session } from './session.ts'
import * as tables from './tables.ts'
import { saveRow, saveSet } from './upsert.ts'

export interface Saved {
  readonly written: number
  readonly unchanged: number
}

/** Compresses what a batch carries, before the transaction that it goes into. */
export function packBlobs(batch: NormalizedBatch): ReadonlyMap<string, PackedBlob> {
  const packed = new Map<string, PackedBlob>()
  for (const record of batch.records) {
    if (record.type === 'blob' && !packed.has(record.oid)) packed.set(record.oid, packBlob(record.oid, record.content))
  }
  return packed
}

/** Saves a batch inside the transaction of its session. */
export function saveBatch(session: Session, batch: NormalizedBatch, blobs: ReadonlyMap<string, PackedBlob>): Saved {
  let unchanged = 0
  for (const record of batch.records) {
    const before = session.changed
    saveRecord(session, record, blobs)
    if (session.changed === before) unchanged += 1
    else if (isMeasured(record)) session.mark(session.repository(record.repository))
  }
  for (const gone of batch.gone) markGone(session, gone)
  saveProgress(session, batch)
  addCounts(session, { cost: batch.cost, written: session.changed, unchanged })
  return { written: session.changed, unchanged }
}

/** Whether rollups are worked out from records of this kind, of which each belongs to one repository. */
function isMeasured(record: Record): record is ChangeRequestRecord | IssueRecord | CommitRecord {
  return record.type === 'change-request' || record.type === 'issue' || record.type === 'commit'
}

function saveRecord(session: Session, record: Record, blobs: ReadonlyMap<string, PackedBlob>): void {
  switch (record.type) {
    case 'organisation':
      saveRow(session, tables.ORGANISATION, record)
      break
    case 'repository':
      saveRepository(session, record)
      break
    case 'properties': {
      const parent = session.repository(record.repository)
      saveSet(session, tables.PROPERTIES, { parent, items: record.properties })
      break
    }
    case 'person':
      session.person(record.person)
      break
    case 'membership':
      saveMembers(session, record)
      break
    case 'change-request':
      saveChangeRequest(session, record)
      break
    case 'issue': {
      const { id, isNew } = saveRow(session, tables.ISSUE, record)
      saveSet(session, tables.LABELS_OF_ISSUE, { parent: id, items: record.labels, isNew })
      break
    }
    case 'commit': {
      const { id, changed, isNew } = saveRow(session, tables.COMMIT, record)
      saveSet(session, tables.CO_AUTHORS, { parent: id, items: record.coAuthors, isNew })
      // A message never changes: only a commit that is new may bring any.
      if (changed && record.mentions.length > 0)
        saveSet(session, tables.MENTIONS, { parent: id, items: record.mentions, isNew })
      break
    }
    case 'refs':
      saveSet(session, tables.REFS, { parent: session.repository(record.repository), items: record.refs })
      break
    case 'dependency-graph': {
      const parent = session.repository(record.repository)
      saveSet(session, tables.DEPENDENCY_GRAPHS, { parent, items: record.documents })
      break
    }
    case 'tree':
      saveTree(session, record)
      break
    case 'component': {
      const parent = session.repository(record.repository)
      saveSet(session, tables.COMPONENTS, { parent, items: record.components })
      break
    }
    case 'affiliation':
      saveAffiliations(session, record)
      break
    case 'register':
      saveSet(session, tables.ENTRIES_OF_REGISTER, { parent: record.register, items: record.entries })
      break
    case 'opt-in':
      saveOptIns(session, record)
      break
    case 'outbound':
      saveOutbound(session, record)
      break
    case 'blob': {
      const blob = blobs.get(record.oid)
      if (blob !== undefined) session.changed += saveBlob(session.connection, blob)
      break
    }
    default:
      record satisfies never
  }
}

function saveChangeRequest(session: Session, record: ChangeRequestRecord): void {
  const { id, isNew } = saveRow(session, tables.CHANGE_REQUEST, record)
  saveSet(session, tables.LABELS_OF_CHANGE_REQUEST, { parent: id, items: record.labels, isNew })
  if (record.files) saveSet(session, tables.FILES_OF_CHANGE_REQUEST, { parent: id, items: record.files, isNew })
}

function saveTree(session: Session, record: TreeRecord): void {
  const parent = session.repository(record.repository)
  saveSet(session, tables.TREE_ENTRIES, { parent, items: record.entries })
  session.changed += session.connection.run(
    'UPDATE repository SET stored_tree_oid = :oid WHERE id = :id AND stored_tree_oid IS NOT :oid',
    { oid: record.treeOid, id: parent },
  )
}

function saveRepository(session: Session, record: RepositoryRecord): void {
  const { connection } = session
  const former = connection.get('SELECT owner, name FROM repository WHERE server = ? AND host_id = ?', [
    ...[record.server, record.hostId],
  ])
  const { id, changed } = saveRow(session, tables.REPOSITORY, record)
  if (changed) {
    session.changed += connection.run(
      `INSERT INTO repository_name (repository, owner, name, first_seen_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      [id, record.owner, record.name, session.at],
    )
    // Lines of a register may hold for one repository alone, which they call by its name.
    if (former !== undefined && (former.owner !== record.owner || former.name !== record.name)) session.mark(id)
  }
  if (record.languages) saveSet(session, tables.LANGUAGES_OF_REPOSITORY, { parent: id, items: record.languages })
  if (record.topics) saveSet(session, tables.TOPICS_OF_REPOSITORY, { parent: id, items: record.topics })
  saveGovernance(session, record, id)
}

/** Sets that were not looked at stay as they are. */
function saveGovernance(session: Session, record: RepositoryRecord, parent: number): void {
  const { communityFiles, codeownersErrors, branchRules, rulesets, releases } = record
  if (communityFiles) saveSet(session, tables.COMMUNITY_FILES, { parent, items: communityFiles })
  if (codeownersErrors) saveSet(session, tables.CODEOWNERS_ERRORS, { parent, items: codeownersErrors })
  if (rulesets) saveSet(session, tables.RULESETS, { parent, items: rulesets })
  if (releases) saveSet(session, tables.RELEASES, { parent, items: releases })
  if (branchRules === undefined) return
  saveSet(session, tables.BRANCH_RULES, { parent, items: branchRules === null ? [] : [branchRules] })
  saveSet(session, tables.REQUIRED_CHECKS, { parent, items: branchRules?.requiredChecks ?? [] })
}

function markGone(session: Session, gone: Gone): void {
  const { connection, run, at } = session
  const repository = repositoryId(connection, gone.repository)
  if (repository === undefined) return
  const before = session.changed
  const set = 'SET gone_at = ?, run = ?, observed_at = ?'
  const row = [at, run, at, repository]
  if (gone.type === 'repository') {
    session.changed += connection.run(`UPDATE repository ${set} WHERE id = ? AND gone_at IS NULL`, row)
  } else if (gone.type === 'commit') {
    const sql = `UPDATE repository_commit ${set} WHERE repository = ? AND oid = ? AND gone_at IS NULL`
    session.changed += connection.run(sql, [...row, gone.oid])
  } else {
    const table = gone.type === 'issue' ? 'issue' : 'change_request'
    const sql = `UPDATE ${table} ${set} WHERE repository = ? AND host_id = ? AND gone_at IS NULL`
    session.changed += connection.run(sql, [...row, gone.hostId])
  }
  if (session.changed > before) session.mark(repository)
}
