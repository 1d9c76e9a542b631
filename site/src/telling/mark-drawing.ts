import { escapeMarkup } from '#data/model/markup.ts'

/**
 * Ink of the shape, and what it is drawn of. A page of a component shows thirty: each is written once, and is one path
 * where it can be, with holes where the paper shows.
 */
const DRAWINGS = {
  check:
    'success <path d="M7 .5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13zM3.43 7.77 4.57 6.63 6.09 8.16 9.43 4.74 10.57 5.86 6.11 10.44z" fill="currentColor" fill-rule="evenodd"/>',
  cross:
    'alert <path d="M7 0 14 7 7 14 0 7zM4.47 5.53 5.53 4.47 7 5.94 8.47 4.47 9.53 5.53 8.06 7 9.53 8.47 8.47 9.53 7 8.06 5.53 9.53 4.47 8.47 5.94 7z" fill="currentColor" fill-rule="evenodd"/>',
  question:
    'quiet <circle cx="7" cy="7" r="6.2" fill="none" stroke="currentColor" stroke-width="1.3" stroke-dasharray="2.2 1.7"/><path d="M5.3 5.6a1.75 1.75 0 1 1 2.5 1.6c-.6.3-.8.6-.8 1.2M7 10.2v.9" fill="none" stroke="currentColor" stroke-width="1.2"/>',
  dash: 'attention <path d="M1 1h12v12H1zM4.2 7h5.6" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  full: 'success <circle cx="7" cy="7" r="6" fill="currentColor"/>',
  half: 'quiet <path d="M7 .9a6.1 6.1 0 1 1 0 12.2a6.1 6.1 0 0 1 0-12.2zm0 1.4a4.7 4.7 0 0 0 0 9.4z" fill="currentColor" fill-rule="evenodd"/>',
  ring: 'attention <circle cx="7" cy="7" r="5.3" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  struck: 'quiet <path d="M1.5 1.5h11v11h-11zM1.5 1.5l11 11" fill="none" stroke="currentColor" stroke-width="1.4"/>',
  open: 'quiet <path d="M1.5 1.5h11v11h-11z" fill="none" stroke="currentColor" stroke-width="1.4"/>',
  late: 'alert <path d="M7 .6 13.8 13.4H.2zM6.25 5v4.2h1.5V5zM6.25 10.4v1.5h1.5v-1.5z" fill="currentColor" fill-rule="evenodd"/>',
  watch: 'attention <path d="M.2.2h13.6v13.6H.2zM1.8 1.8v10.4H7V1.8z" fill="currentColor" fill-rule="evenodd"/>',
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
