import { defineQuery } from '../query.ts'

export const hostReleases = defineQuery({
  id: 'host/releases',
  title: 'The newest published releases of a repository, newest first',
  params: { repository: 'integer' },
  row: {
    tag: 'text',
    name: 'text?',
    published_at: 'text',
    is_prerelease: 'integer',
    notes_length: 'integer',
  },
  sql: `
    SELECT l.tag, l.name, l.published_at, l.is_prerelease, l.notes_length
    FROM repository_release l
    WHERE l.repository = :repository
    ORDER BY l.published_epoch DESC, l.host_id DESC`,
})
