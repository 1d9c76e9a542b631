import type { Entry, Group } from './catalogue-query.ts'
import type { RowCells } from './list-view.ts'
import { dayOf } from './page-format.ts'

/** What people wrote in another language than that of the page says so to whoever reads it out. */
function setLanguage(element: HTMLElement | null, language: string): void {
  if (language === '') element?.removeAttribute('lang')
  else element?.setAttribute('lang', language)
}

/** Writes a component into a row of the catalogue. */
export function fillComponent(
  { root, cell, write }: RowCells,
  entry: Entry,
  wordOf: (group: Group, value: string) => string,
): void {
  const said = root.querySelector<HTMLElement>('table')?.dataset ?? {}
  cell('name')?.setAttribute('href', `${root.dataset.base}${entry.slug}/`)
  write('name', entry.name)
  write('description', entry.line || (said.noDescription ?? ''))
  setLanguage(cell('description'), entry.lineIn)
  const one = (group: Group) => entry.values[group][0] ?? ''
  write('kind', wordOf('kind', one('kind')))
  const lines = entry.values.line.flatMap((value) => (value === '' ? [] : value.replace('v', '')))
  write('line', lines.join(', ') || '–')
  write('license', wordOf('license', one('license')))
  write('version', entry.version || (said.noVersion ?? ''))
  write(
    'released',
    entry.releasedOn === '' ? entry.soon && `${entry.soon} ${said.notReleased ?? ''}` : dayOf(entry.releasedOn),
  )
  write('adopters', entry.adopters === 0 ? '–' : String(entry.adopters))
  write('through', entry.through === 0 ? '' : (said.through ?? '').replace('0', String(entry.through)))
  const marks = root.querySelector<HTMLTemplateElement>('template[data-marks]')
  const mark = marks?.content.querySelector(`[data-state="${CSS.escape(one('state'))}"]`)?.firstElementChild
  if (mark) cell('state')?.prepend(document.importNode(mark, true))
  write('readiness', entry.readiness === null ? '' : (said.level ?? '').replace('0', String(entry.readiness)))
}
