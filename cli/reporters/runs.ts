import type { RunSummary } from '#data/model/collection.ts'

const COLLECT_SCHEMA_VERSION = 1

/** The stable shape of `parvis collect --format json`. */
export function runsJson(runs: readonly RunSummary[]): string {
  return `${JSON.stringify({ schemaVersion: COLLECT_SCHEMA_VERSION, runs }, null, 2)}\n`
}

const COLUMNS = ['collector', 'scope', 'status', 'requests', 'points', 'read', 'written', 'unchanged'] as const

/** A line a run, what it cost and what it changed; every problem below its run. */
export function runsText(runs: readonly RunSummary[]): string {
  const cells = [COLUMNS.map(String), ...runs.map((run) => COLUMNS.map((column) => String(run[column])))]
  const widths = COLUMNS.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)))
  const lines = cells.map((row) =>
    row
      .map((cell, index) => aligned(cell, widths[index] ?? 0, index))
      .join('  ')
      .trimEnd(),
  )
  const [head = '', ...rows] = lines
  const told = rows.flatMap((row, index) => [row, ...problems(runs[index])])
  return `${[head, ...told].join('\n')}\n`
}

/** Words to the left, figures to the right. */
function aligned(cell: string, width: number, column: number): string {
  return column < 3 ? cell.padEnd(width) : cell.padStart(width)
}

function problems(run: RunSummary | undefined): string[] {
  return (run?.problems ?? []).map(({ subject, kind, message }) => `    ${kind}  ${subject}  ${message}`)
}
