import { defineQuery } from '../query.ts'

/** Working days are counted by whoever asks: the hours of the target come in. */
export const declaredOpenness = defineQuery({
  id: 'inventory/declared-openness',
  title: 'The declared degree of openness of each component',
  params: {},
  row: { component: 'text', degree: 'text', declared_at: 'text', reason: 'text?' },
  sql: `
    SELECT o.component, o.degree, o.declared_at, o.reason
    FROM register_openness o
    ORDER BY o.component`,
})

export const observedOpenness = defineQuery({
  id: 'inventory/observed-openness',
  title: 'What shows how open each repository is, and answers to outside change requests since an instant',
  params: { from_epoch: 'integer', to_epoch: 'integer', target_hours: 'integer' },
  row: {
    owner: 'text',
    name: 'text',
    readability: 'text?',
    has_issues: 'integer?',
    is_archived: 'integer?',
    is_governed: 'integer',
    has_guide: 'integer',
    is_followed: 'integer',
    opened: 'integer',
    in_time: 'integer',
  },
  sql: `
    SELECT r.owner, r.name, r.readability, r.has_issues, r.is_archived,
      (SELECT COUNT(*) FROM coverage c
        WHERE c.subject = r.server || '/' || r.host_id AND c.collector = 'github/governance'
          AND c.watermark_at IS NOT NULL) AS is_governed,
      (SELECT COUNT(*) FROM repository_community_file f
        WHERE f.repository = r.id AND f.kind = 'contributing') AS has_guide,
      (SELECT COUNT(*) FROM coverage c
        WHERE c.subject = r.server || '/' || r.host_id AND c.stream = 'change-requests'
          AND c.status = 'complete') AS is_followed,
      (SELECT COUNT(*) FROM change_request_measure q
        WHERE q.repository = r.id AND q.author_group NOT IN ('inside', 'bot')
          AND q.created_epoch BETWEEN :from_epoch AND :to_epoch - :target_hours * 3600) AS opened,
      (SELECT COUNT(*) FROM change_request_measure q
        WHERE q.repository = r.id AND q.author_group NOT IN ('inside', 'bot')
          AND q.created_epoch BETWEEN :from_epoch AND :to_epoch - :target_hours * 3600
          AND q.response_seconds <= :target_hours * 3600) AS in_time
    FROM repository r
    WHERE r.gone_at IS NULL
    ORDER BY r.owner, r.name`,
})
