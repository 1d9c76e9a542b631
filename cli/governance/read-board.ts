import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { UsageFailure } from '#data/model/failures.ts'
import type { Board, BoardEvent, BoardIssue, BoardTask } from '#policies/ggi/board.ts'
import { isMapping } from '#policies/options.ts'

type Row = Readonly<Record<string, string>>

/** Columns that tell one file of the board from another, whatever its name. */
const COLUMNS = {
  issues: ['activity_id', 'title'],
  tasks: ['issue_id', 'task'],
  history: ['issue_id', 'action'],
} as const

/** Reads the files of a My GGI Board: its three CSV files, or a list of its issues as JSON of GitHub or GitLab; a folder of them. */
export function readBoard(paths: readonly string[], cwd: string): Board {
  const files = paths.flatMap((path) => filesAt(resolve(cwd, path)))
  const read = files.map((file) => (file.endsWith('.json') ? boardOfJson(file) : boardOfCsv(file)))
  return {
    issues: mergeIssues(read.flatMap(({ issues }) => issues)),
    tasks: read.flatMap(({ tasks }) => tasks),
    events: read.flatMap(({ events }) => events),
  }
}

function filesAt(path: string): readonly string[] {
  if (!existsSync(path)) throw new UsageFailure('file-missing', `there is no ${path}.`)
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => /\.(?:csv|json)$/u.test(name))
    .sort()
    .map((name) => join(path, name))
}

/** The list of issues has bodies, the export has none: where both are given, an issue is one. */
function mergeIssues(issues: readonly BoardIssue[]): readonly BoardIssue[] {
  const merged: BoardIssue[] = []
  for (const issue of issues) {
    const index = merged.findIndex(
      ({ ids, title }) => title === issue.title && ids.some((id) => issue.ids.includes(id)),
    )
    const held = merged[index]
    if (held === undefined) merged.push(issue)
    else
      merged[index] = {
        ...held,
        ...issue,
        ids: [...held.ids, ...issue.ids],
        activity: held.activity || issue.activity,
        body: held.body || issue.body,
      }
  }
  return merged
}

function boardOfCsv(file: string): Board {
  const rows = rowsOf(file)
  const columns = Object.keys(rows[0] ?? {})
  const has = (wanted: readonly string[]) => wanted.every((column) => columns.includes(column))
  if (rows.length > 0 && !Object.values(COLUMNS).some(has)) {
    const message = `this is no file of a board: its first line names ${columns.join(', ')}.`
    throw new UsageFailure('board-invalid', 'The board cannot be read.', {
      details: [{ file, line: 1, column: 1, message }],
    })
  }
  return {
    issues: has(COLUMNS.issues) ? rows.map(issueOfRow) : [],
    tasks: has(COLUMNS.tasks) && !has(COLUMNS.issues) ? rows.map(taskOfRow) : [],
    events: has(COLUMNS.history) ? rows.flatMap(eventOfRow) : [],
  }
}

function rowsOf(file: string): readonly Row[] {
  try {
    const options = { bom: true, columns: true, delimiter: [',', ';', '\t'], skip_empty_lines: true, trim: true }
    return parse(readFileSync(file, 'utf8'), options) as unknown as readonly Row[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const details = [{ file, line: Number(error.lines ?? 1), column: 1, message: error.message }]
    throw new UsageFailure('board-invalid', `${basename(file)} is not a CSV that can be read.`, { details })
  }
}

function issueOfRow(row: Row): BoardIssue {
  return {
    ids: idsOf(row.issue_id, row.url),
    ...{ activity: row.activity_id ?? '', title: row.title ?? '', body: '' },
    isClosed: row.state === 'closed',
    labels: (row.labels ?? '').split(','),
    closedOn: row.state === 'closed' ? dayOf(row.updated_at) : undefined,
  }
}

function taskOfRow(row: Row): BoardTask {
  return { of: row.issue_id ?? '', text: row.task ?? '', isDone: row.state === 'completed' }
}

/** Who did it is not read. */
function eventOfRow(row: Row): readonly BoardEvent[] {
  const label = /^labell?ed\s+(.+)$/iu.exec(row.action ?? '')?.[1]
  const day = dayOf(row.time)
  if (label === undefined || day === undefined) return []
  return idsOf(row.issue_id, row.url).map((of) => ({ of, day, label }))
}

function idsOf(id: string | undefined, url: string | undefined): readonly string[] {
  const number = /\/issues\/(\d+)/u.exec(url ?? '')?.[1]
  return [...new Set([id, number].filter((one): one is string => one !== undefined && one !== ''))]
}

function dayOf(instant: string | undefined): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/u.exec(instant ?? '')?.[0]
}

function boardOfJson(file: string): Board {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageFailure('board-invalid', 'The board cannot be read.', { details: [{ file, message }] })
  }
  if (!Array.isArray(value)) {
    const details = [{ file, line: 1, column: 1, message: 'expected a list of issues.' }]
    throw new UsageFailure('board-invalid', 'The board cannot be read.', { details })
  }
  const items: readonly unknown[] = value
  return {
    issues: items.flatMap((item) => (isMapping(item) && !('pull_request' in item) ? [issueOfJson(item)] : [])),
    tasks: [],
    events: [],
  }
}

function issueOfJson(item: Readonly<Record<string, unknown>>): BoardIssue {
  const text = (key: string) => (typeof item[key] === 'string' ? item[key] : '')
  const labels: readonly unknown[] = Array.isArray(item.labels) ? item.labels : []
  const id = ['number', 'iid', 'id'].flatMap((key) => (typeof item[key] === 'number' ? [String(item[key])] : []))
  return {
    ...{ ids: id, activity: '', title: text('title'), body: text('body') || text('description') },
    isClosed: item.state === 'closed',
    labels: labels.flatMap((label) =>
      typeof label === 'string' ? [label] : isMapping(label) ? [String(label.name)] : [],
    ),
    closedOn: dayOf(text('closed_at')),
  }
}
