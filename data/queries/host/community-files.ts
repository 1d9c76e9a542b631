import { defineQuery } from '../query.ts'

export const hostCommunityFiles = defineQuery({
  id: 'host/community-files',
  title: 'What the host shows to people who want to contribute',
  params: { repository: 'integer' },
  row: {
    kind: 'text',
    path: 'text',
    is_inherited: 'integer?',
  },
  sql: `
    SELECT f.kind, f.path, f.is_inherited
    FROM repository_community_file f
    WHERE f.repository = :repository
    ORDER BY f.kind, f.path`,
})
