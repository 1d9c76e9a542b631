import type * as French from '../fr/embed.ts'

export const embed: typeof French.embed = {
  title: 'Show this figure elsewhere',
  note: 'A page without script or cookie that calls no third party.',
  code: 'To paste into a page',
  file: 'The drawing alone can be taken as its SVG file; source and date are still to be cited.',
  see: 'See the page to embed',
}
