import type { Language } from '#data/model/vocabulary.ts'
import { CHAPTERS, FIGURE_NAMES, PLACE_NAMES, pathOf, SWITCHABLE } from './src/routes.ts'

/** What the front door may name of the site without building it: places, chapters, figures, and the page of a rule. */
export const SITE_NAMES = {
  chapters: CHAPTERS,
  figures: FIGURE_NAMES,
  places: PLACE_NAMES,
  switchable: SWITCHABLE,
}

/** Below the base of a site, with a final slash. */
export function rulePath(code: string, language: Language): string {
  return pathOf({ sheet: 'rule', code }, language)
}
