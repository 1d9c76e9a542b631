/** Parameters of `SCOPED`. */
export const SCOPE_PARAMS = { owner: 'text', name: 'text', anonymous_only: 'integer' } as const

/** Parameters of everything that is counted over a period. */
export const PERIOD_PARAMS = { ...SCOPE_PARAMS, from_month: 'integer', to_month: 'integer' } as const

/** Repositories that are asked about: those of the host, of an owner or one, and in public what anybody can read. */
export const SCOPED = `scoped AS (
      SELECT r.id, r.owner || '/' || r.name AS repository,
        COALESCE(r.is_fork, 0) + COALESCE(r.is_mirror, 0) AS is_copy, COALESCE(r.is_archived, 0) AS is_archived
      FROM repository r
      WHERE r.gone_at IS NULL
        AND (:owner = '' OR lower(r.owner) = lower(:owner))
        AND (:name = '' OR lower(r.name) = lower(:name))
        AND (:anonymous_only = 0 OR r.readability = 'anonymous')
    )`

/** As `SCOPED`, of repositories whose issues live on the host. */
export const SCOPED_WITH_ISSUES = `${SCOPED.slice(0, -1)}
        AND r.id NOT IN (SELECT t.repository FROM issue_tracker t WHERE t.place <> 'host')
    )`

/**
 * What people did in the repositories of `SCOPED`, as `c` and `s`; more conditions follow with AND. A cross join keeps
 * the order as written: repository by repository, the months asked about are one range of the primary key, where a scan
 * of the table would read them all.
 */
export const CONTRIBUTIONS_IN_SCOPE = 'scoped s CROSS JOIN contributor_month c WHERE c.repository = s.id'
