/** When the last commit of the default branch of `r` was made: as the host says, else as the commits that were read do. */
export const HEAD_COMMITTED_AT = `COALESCE(
        r.head_committed_at,
        (SELECT MAX(c.committed_at) FROM repository_commit c WHERE c.repository = r.id AND c.gone_at IS NULL)
      )`

/** Until when that is known where only the commits that were read tell of `r`; none where its host was asked. */
export function headKnownUntil(column: 'watermark_at' | 'watermark_epoch'): string {
  return `CASE WHEN r.head_committed_at IS NULL THEN (
        SELECT MAX(v.${column}) FROM coverage v
        WHERE v.stream = 'commits' AND v.subject = r.server || '/' || r.host_id
      ) END`
}
