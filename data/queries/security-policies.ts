import { defineQuery } from './query.ts'

export const securityPolicies = defineQuery({
  id: 'security-policies',
  title: 'Repositories whose host shows a security policy, with its page',
  params: {},
  row: { server: 'text', owner: 'text', repository: 'text', url: 'text?' },
  sql: `
    SELECT r.server, r.owner, r.name AS repository, r.security_policy_url AS url
    FROM repository r
    WHERE r.gone_at IS NULL AND r.has_security_policy = 1
    ORDER BY r.server, r.owner, r.name, r.id`,
})
