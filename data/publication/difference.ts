import type { Measured } from './measured.ts'
import type { Publication, PublishedPage } from './publication.ts'

export interface Changed<Value> {
  readonly id: string
  readonly before: Value | null
  readonly after: Value | null
}

/** What would change for the public. */
export interface Difference {
  readonly asOf: { readonly before: string; readonly after: string }
  readonly pages: {
    readonly came: readonly string[]
    readonly gone: readonly string[]
    readonly changed: readonly string[]
  }
  /** Names that came and went, by what they are names of. */
  readonly names: readonly {
    readonly kind: string
    readonly came: readonly string[]
    readonly gone: readonly string[]
  }[]
  readonly figures: readonly Changed<number>[]
  readonly series: readonly Changed<number>[]
  /** Titles and headlines, by page. */
  readonly texts: readonly Changed<string>[]
  /** Columns as `table.column`. */
  readonly columns: { readonly came: readonly string[]; readonly gone: readonly string[] }
}

type Compared = Pick<Publication, 'measured' | 'pages'>

export function differenceOf(before: Compared, after: Compared): Difference {
  const pages = parted(Object.keys(before.pages), Object.keys(after.pages))
  const both = Object.entries(after.pages).flatMap(([path, page]) => {
    const old = before.pages[path]
    return old === undefined ? [] : [{ path, old, page }]
  })
  return {
    asOf: { before: before.measured.asOf, after: after.measured.asOf },
    pages: {
      ...{ came: pages.came, gone: pages.gone },
      changed: both.flatMap(({ path, old, page }) => (old.digest === page.digest ? [] : [path])).sort(),
    },
    names: namesOf(before.measured.names, after.measured.names),
    figures: changed(before.measured.figures, after.measured.figures),
    series: changed(before.measured.series, after.measured.series),
    texts: both.flatMap(({ path, old, page }) => textsOf(path, { old, page })),
    columns: parted(columnNames(before.measured), columnNames(after.measured)),
  }
}

export function isSame({ pages, names, figures, series, texts, columns }: Difference): boolean {
  const lists = [pages.came, pages.gone, pages.changed, names, figures, series, texts, columns.came, columns.gone]
  return lists.every((list) => list.length === 0)
}

function parted(before: readonly string[], after: readonly string[]) {
  const [old, now] = [new Set(before), new Set(after)]
  return {
    came: [...now].filter((one) => !old.has(one)).sort(),
    gone: [...old].filter((one) => !now.has(one)).sort(),
  }
}

function namesOf(before: Measured['names'], after: Measured['names']): Difference['names'] {
  const kinds = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return kinds
    .map((kind) => ({ kind, ...parted(before[kind] ?? [], after[kind] ?? []) }))
    .filter(({ came, gone }) => came.length + gone.length > 0)
}

function changed<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): readonly Changed<Value>[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return ids.flatMap((id) => {
    const [old = null, now = null] = [before[id], after[id]]
    return old === now ? [] : [{ id, before: old, after: now }]
  })
}

function textsOf(path: string, { old, page }: { readonly old: PublishedPage; readonly page: PublishedPage }) {
  const before = [old.title, ...old.findings]
  const after = [page.title, ...page.findings]
  const most = Math.max(before.length, after.length)
  return Array.from({ length: most }, (_, index) => ({
    ...{ id: path, before: before[index] ?? null, after: after[index] ?? null },
  })).filter((text) => text.before !== text.after)
}

function columnNames({ tables }: Measured): readonly string[] {
  return Object.entries(tables).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`))
}
