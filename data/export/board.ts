import type { Period } from '../report/period.ts'
import type { Report } from '../report/report.ts'
import type { ExportTable } from './export-table.ts'

/** Cases of a kind that are kept beside their count. */
const CASES_KEPT = 40

/** Reports for the pages of the officer; a public file has none. */
export function boardTables(reports: readonly Report[], profile: 'public' | 'internal'): readonly ExportTable[] {
  if (profile === 'public') return []
  const rows = reports.map((report, index) => {
    const { kind, from, to, isCurrent } = report.period
    return {
      ...{ slug: slugOf(report.period), position: index + 1, kind, from_day: from, to_day: to },
      ...{ is_current: isCurrent ? 1 : 0, content: JSON.stringify(shortened(report)) },
    }
  })
  return [{ table: 'report', rows }]
}

/** `2026-11-15` for the month up to a day, `2026-10` for one of the calendar, `2026` for a year. */
function slugOf({ kind, from, to, isCurrent }: Period): string {
  if (kind === 'year') return from.slice(0, 4)
  return isCurrent ? to : from.slice(0, 7)
}

function shortened(report: Report): Report {
  const changes = report.changes.map((change) =>
    'items' in change ? { ...change, items: change.items.slice(0, CASES_KEPT) } : change,
  )
  // Each kind keeps items of its own kind: that is beyond what the checker follows through a union.
  return { ...report, changes: changes as Report['changes'] }
}
