import { ADOPTERS, type AdopterEntry, type AdopterRow, readAdopters } from './adopters-query.ts'
import { startList } from './list.ts'
import type { ExportColumns } from './list-export.ts'
import type { RowCells } from './list-view.ts'

/** Filters, sort and page of the list of adopters. */
const box = document.querySelector<HTMLElement>('[data-adopters]')
if (box !== null) void start(box)

const COLUMNS: ExportColumns<AdopterEntry> = [
  ['organisation', ({ isNamed, who }) => (isNamed ? who : null)],
  ...(['type', 'country', 'state', 'through'] as const).map(
    (group) => [group, ({ values }: AdopterEntry) => values[group].join('|')] as const,
  ),
  ['runs', ({ what }) => what],
  ['since', ({ sinceOn }) => sinceOn || null],
  ['confirmedOn', ({ confirmedOn }) => confirmedOn || null],
  ['adopters', ({ count }) => count],
]

async function start(root: HTMLElement): Promise<void> {
  const answer = await fetch(root.dataset.adopters ?? '')
  // Our own file, written by our own build from the same rows as this page.
  const entries = readAdopters((await answer.json()) as readonly AdopterRow[])
  startList(root, { plan: ADOPTERS, entries, fill, file: { name: 'adopters-selection', columns: COLUMNS } })
}

function fill({ cell, write }: RowCells, entry: AdopterEntry): void {
  for (const [name, address] of [
    ['who', entry.url],
    ['what', entry.href],
  ] as const) {
    const link = cell(name)
    if (address === '') link?.replaceWith(entry[name])
    else link?.setAttribute('href', address)
  }
  for (const name of ['who', 'what', 'kind', 'state', 'since', 'basis', 'confirmed'] as const) write(name, entry[name])
}
