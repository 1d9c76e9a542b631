import type { Read } from './table.ts'

/** Keys that go through a drawing, and where each leads from a row. */
const STEPS: Readonly<Record<string, (row: number, last: number) => number>> = {
  ArrowRight: (row, last) => Math.min(row + 1, last),
  ArrowDown: (row, last) => Math.min(row + 1, last),
  ArrowLeft: (row) => Math.max(row - 1, 0),
  ArrowUp: (row) => Math.max(row - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/**
 * Lets the keyboard go through a drawing, row by row of its table: what stands there is written above the drawing and
 * told to screen readers, and `point` marks it. Nothing is said here that the table does not say.
 */
export function browse(box: HTMLElement, { read, point }: { read: Read; point(row: number | undefined): void }): void {
  const said = document.createElement('p')
  said.className = 'chart-said'
  said.setAttribute('role', 'status')
  box.before(said)
  box.removeAttribute('aria-hidden')
  // Else screen readers keep the arrow keys for themselves.
  box.setAttribute('role', 'application')
  box.setAttribute('aria-label', box.dataset.browse ?? '')
  box.tabIndex = 0
  let at: number | undefined
  const go = (row: number | undefined) => {
    at = row
    said.textContent = row === undefined ? '' : tell(read, row)
    point(row)
  }
  box.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const step = STEPS[event.key]
    if (step === undefined) {
      if (event.key === 'Escape' && at !== undefined) go(undefined)
      return
    }
    event.preventDefault()
    const last = read.rows.length - 1
    // The first step lands at the end that it comes from.
    go(at === undefined && (event.key === 'ArrowLeft' || event.key === 'ArrowUp') ? last : step(at ?? -1, last))
  })
  box.addEventListener('blur', () => {
    if (at !== undefined) go(undefined)
  })
}

/** A row as a line: its name, and each series with its number as the table prints it. */
function tell({ rows, series, language }: Read, row: number): string {
  const colon = language === 'fr' ? '\u00a0: ' : ': '
  const numbers = series.map(({ name, texts }) => `${name} ${texts[row] ?? ''}`.trim())
  return `${rows[row] ?? ''}${colon}${numbers.join(', ')}`
}
