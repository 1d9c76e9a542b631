import { escapeMarkup } from './markup.ts'

/** Ink of the shape, and what it is drawn of. A page of a component shows thirty: each is written once. */
const DRAWINGS = {
  check:
    'success <circle cx="7" cy="7" r="6.5" fill="currentColor"/><path class="paper" d="m4 7.2 2.1 2.1L10 5.3" fill="none" stroke-width="1.6"/>',
  cross:
    'alert <path d="M7 0 14 7 7 14 0 7z" fill="currentColor"/><path class="paper" d="m5 5 4 4m0-4-4 4" fill="none" stroke-width="1.5"/>',
  question:
    'quiet <circle cx="7" cy="7" r="6.2" fill="none" stroke="currentColor" stroke-width="1.3" stroke-dasharray="2.2 1.7"/><path d="M5.3 5.6a1.75 1.75 0 1 1 2.5 1.6c-.6.3-.8.6-.8 1.2M7 10.2v.9" fill="none" stroke="currentColor" stroke-width="1.2"/>',
  dash: 'attention <path d="M1 1h12v12H1z" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M4.2 7h5.6" stroke="currentColor" stroke-width="1.6"/>',
  full: 'success <circle cx="7" cy="7" r="6" fill="currentColor"/>',
  half: 'quiet <circle cx="7" cy="7" r="5.4" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M7 1.6a5.4 5.4 0 0 1 0 10.8z" fill="currentColor"/>',
  ring: 'attention <circle cx="7" cy="7" r="5.3" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  struck: 'quiet <path d="M1.5 1.5h11v11h-11zM1.5 1.5l11 11" fill="none" stroke="currentColor" stroke-width="1.4"/>',
  open: 'quiet <path d="M1.5 1.5h11v11h-11z" fill="none" stroke="currentColor" stroke-width="1.4"/>',
  late: 'alert <path d="M7 .6 13.8 13.4H.2z" fill="currentColor"/><path class="paper" d="M7 5v4.2M7 10.4v1.5" fill="none" stroke-width="1.5"/>',
  watch:
    'attention <path d="M1 1h12v12H1z" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M7 1h6v12H7z" fill="currentColor"/>',
} as const satisfies Record<string, `${'success' | 'alert' | 'quiet' | 'attention'} ${string}`>

export type Shape = keyof typeof DRAWINGS

/** The mark alone, as HTML: no ear hears it. */
export function markDrawing(shape: Shape): string {
  const [, tone, drawing] = /^(\S+) (.*)$/u.exec(DRAWINGS[shape]) ?? []
  return `<svg class="mark ${tone}" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">${drawing}</svg>`
}

/** The mark and the word that says it again, as HTML. */
export function statusMark(shape: Shape, word: string): string {
  return `<span class="status">${markDrawing(shape)}${escapeMarkup(word)}</span>`
}
