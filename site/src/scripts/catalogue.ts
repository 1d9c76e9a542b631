import { CATALOGUE, type Entry, GROUPS, type IndexFile, readIndex } from './catalogue-query.ts'
import { fillComponent } from './catalogue-row.ts'
import { startList } from './list.ts'
import type { ExportColumns } from './list-export.ts'
import { fold } from './search-terms.ts'

/** Filters, sort and page of the catalogue. */
const box = document.querySelector<HTMLElement>('[data-catalogue]')
if (box !== null) void start(box)

const COLUMNS: ExportColumns<Entry> = [
  ['name', ({ name }) => name],
  ['description', ({ line }) => line],
  ...GROUPS.map((group) => [group, ({ values }: Entry) => values[group].filter(Boolean).join('|')] as const),
  ['version', ({ version }) => version],
  ['releasedOn', ({ releasedOn }) => releasedOn],
  ['readiness', ({ readiness }) => readiness],
  ['adopters', ({ adopters }) => adopters],
  ['adoptersThrough', ({ through }) => through],
]

async function start(root: HTMLElement): Promise<void> {
  const answer = await fetch(root.dataset.catalogue ?? '')
  // Our own file, written by our own build from the same rows as this page.
  const file = (await answer.json()) as IndexFile
  startList(root, {
    plan: { ...CATALOGUE, synonyms: file.synonyms.map((group) => group.map(fold)) },
    entries: readIndex(file),
    fill: fillComponent,
    file: { name: 'components-selection', columns: COLUMNS },
  })
}
