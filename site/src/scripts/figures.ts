import { painted } from './painted.ts'

/** Draws a figure when it comes into view; the drawing kit is fetched then, not before. */
const boxes = document.querySelectorAll<HTMLElement>('[data-chart]')
const drawn: { recolour(): void }[] = []

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue
      observer.unobserve(target)
      void draw(target)
    }
  },
  { rootMargin: '200px' },
)
for (const box of boxes) observer.observe(box)

async function draw(box: HTMLElement): Promise<void> {
  const table = document.querySelector<HTMLTableElement>(`table[data-figure="${box.dataset.chart}"]`)
  if (table === null) return
  const { drawTable } = await import('./drawing.ts')
  drawn.push(drawTable(box, table))
}

let turn = 0

/** The page takes its new colours first, then one figure after the other: to draw is dear. */
async function recolourInTurn(): Promise<void> {
  turn += 1
  const own = turn
  for (const drawing of [...drawn]) {
    await painted()
    if (own !== turn) return
    drawing.recolour()
  }
}

/** Paper does not wait. */
function recolourAll(): void {
  turn += 1
  for (const drawing of drawn) drawing.recolour()
}

document.addEventListener('themechange', () => void recolourInTurn())
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => void recolourInTurn())
matchMedia('print').addEventListener('change', recolourAll)
