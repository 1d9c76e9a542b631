import { siteReports } from '#data/queries/site/board.ts'
import type { Report } from '#data/report/report.ts'
import type { Asked } from './reading.ts'

export interface FiledReport {
  /** Last part of the address of its page. */
  readonly slug: string
  readonly report: Report
}

/** Reports, the current one first; none in a public file. */
export async function loadReports(store: Asked): Promise<readonly FiledReport[]> {
  const rows = await store.ask(siteReports, {})
  // Written by our own export, from the very value.
  return rows.map(({ slug, content }) => ({ slug, report: JSON.parse(content) as Report }))
}
