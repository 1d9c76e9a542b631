import { copyFile, rm } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { openStore } from '#data/store.ts'

/**
 * What a database keeps of the past: things that are gone, members who left and the
 * days on which others came, former names, people and files that nothing
 * names any more. A collection that begins today cannot know it. The host's hint about an author goes as well: it is
 * worked out when it is read, so that what was read last year says what was so then.
 */
const PAST = [
  'DELETE FROM repository WHERE gone_at IS NOT NULL',
  ...['change_request', 'issue', 'repository_commit'].map((table) => `DELETE FROM ${table} WHERE gone_at IS NOT NULL`),
  ...['change_request', 'issue'].map((table) => `UPDATE ${table} SET author_association = ''`),
  `DELETE FROM repository_name WHERE (repository, owner, name) NOT IN (SELECT id, owner, name FROM repository)`,
  'DELETE FROM membership WHERE left_at IS NOT NULL',
  'UPDATE membership SET is_start_known = 0',
  'DELETE FROM blob WHERE oid NOT IN (SELECT oid FROM tree_entry)',
  `DELETE FROM person WHERE id NOT IN (
    SELECT author FROM change_request UNION SELECT merged_by FROM change_request WHERE merged_by IS NOT NULL
    UNION SELECT author FROM issue UNION SELECT author FROM repository_commit UNION SELECT committer FROM repository_commit
    UNION SELECT person FROM repository_commit_co_author UNION SELECT person FROM membership)`,
]

/** The content hash of what a database says is there now. `path` must be closed or idle. */
export async function presentHash(path: string): Promise<string> {
  const copy = `${path}.present`
  await copyFile(path, copy)
  try {
    const database = new Database(copy)
    database.pragma('foreign_keys = OFF')
    for (const statement of PAST) {
      database.exec(statement)
      dropOrphans(database)
    }
    database.close()
    const store = await openStore({ path: copy, mode: 'read' })
    try {
      return await store.contentHash()
    } finally {
      store.close()
    }
  } finally {
    await rm(copy, { force: true })
  }
}

/** Takes away the rows whose parent is gone, so that they go with it whatever tables there are. */
function dropOrphans(database: Database.Database): void {
  const children = database
    .prepare<[], { readonly child: string; readonly field: string; readonly parent: string }>(
      `SELECT m.name AS child, f."from" AS field, f."table" AS parent
      FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
      WHERE m.type = 'table' AND f."table" IN ('repository', 'change_request', 'issue', 'repository_commit', 'person')`,
    )
    .all()
  for (const { child, field, parent } of children)
    database.exec(`DELETE FROM ${child} WHERE ${field} IS NOT NULL AND ${field} NOT IN (SELECT id FROM ${parent})`)
}
