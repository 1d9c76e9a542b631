/** When the last commit of the default branch of `r` was made: as the host says, else as the commits that were read do. */
export const HEAD_COMMITTED_AT = `COALESCE(
        r.head_committed_at,
        (SELECT MAX(c.committed_at) FROM repository_commit c WHERE c.repository = r.id AND c.gone_at IS NULL)
      )`
