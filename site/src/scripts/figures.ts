/** Draws a figure when it comes into view; the drawing kit is fetched then, not before. */
const boxes = document.querySelectorAll<HTMLElement>('[data-chart]')
const drawn = new Map<HTMLElement, { redraw(): void }>()

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
  drawn.set(box, drawTable(box, table))
}

function redrawAll(): void {
  for (const drawing of drawn.values()) drawing.redraw()
}

document.addEventListener('themechange', redrawAll)
for (const query of ['(prefers-color-scheme: dark)', 'print']) matchMedia(query).addEventListener('change', redrawAll)

export {}
