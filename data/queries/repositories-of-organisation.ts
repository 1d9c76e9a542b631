import { defineQuery } from './query.ts'

export const repositoriesOfOrganisation = defineQuery({
  id: 'repository/of-organisation',
  title: 'Repositories of an organisation that the host still has',
  params: { server: 'text', login: 'text' },
  row: {
    server: 'text',
    host_id: 'text',
    owner: 'text',
    name: 'text',
    description: 'text?',
    readability: 'text?',
    is_archived: 'integer?',
    is_fork: 'integer?',
    primary_language: 'text?',
    host_license: 'text?',
    head_committed_at: 'text?',
    latest_release_tag: 'text?',
    latest_release_at: 'text?',
  },
  sql: `
    SELECT r.server, r.host_id, r.owner, r.name, r.description, r.readability, r.is_archived, r.is_fork,
      r.primary_language, r.host_license, r.head_committed_at, r.latest_release_tag, r.latest_release_at
    FROM repository r
    WHERE r.server = :server AND lower(r.owner) = lower(:login) AND r.gone_at IS NULL
    ORDER BY lower(r.name), r.host_id`,
})
