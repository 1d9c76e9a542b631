import { addMonths } from '#data/model/day.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { SELF_CHECK_MONTHS } from '#data/reference/self-check.ts'
import type { LintReporter, Verdict } from './lint.ts'
import { xml } from './xml.ts'

/** White on each of these has a contrast of 4.5 or more. */
const COLORS = { conforms: '#1a7f37', breaks: '#b3261e', undecided: '#57606a', foreign: '#57606a' } as const

const WORDS = {
  fr: {
    name: 'auto-contrôle',
    states: { conforms: 'règles tenues', breaks: 'à corriger', undecided: 'non vérifié', foreign: 'sans objet' },
    until: (day: string) => `jusqu’au ${day}`,
  },
  en: {
    name: 'self-check',
    states: { conforms: 'rules held', breaks: 'to be corrected', undecided: 'not checked', foreign: 'not concerned' },
    until: (day: string) => `until ${day}`,
  },
} as const satisfies Record<
  Language,
  { name: string; states: Record<Verdict['state'], string>; until(day: string): string }
>

/** Pixels of a letter at the size below. `textLength` makes every font as wide, so that nothing is cut. */
const LETTER = 6.6
const MARGIN = 6

/**
 * A picture for a page about one repository: that its owner checked it, by which packs in which versions, how it stood on
 * what day and until when that says something. It bears no arms and certifies nothing. No service draws it, no font is
 * fetched; the same data gives the same bytes.
 */
export const badge: LintReporter = (report, context) => {
  const verdicts = report.subjects.flatMap((subject) => context.verdicts(subject))
  const concerned = verdicts.filter(({ state }) => state !== 'foreign')
  const told = concerned.length > 0 ? concerned : verdicts
  const state = (['breaks', 'undecided', 'conforms'] as const).find((one) =>
    told.some((verdict) => verdict.state === one),
  )
  const words = WORDS[context.language]
  const label = `${words.name} ${told.map(({ pack, version }) => `${pack} ${version}`).join(' + ')}`
  const message = `${words.states[state ?? 'foreign']} ${report.asOf}, ${words.until(addMonths(report.asOf, SELF_CHECK_MONTHS))}`
  const subject = report.subjects.map((one) => one.subject).join(', ')
  const description = [subject, ...told.map(({ sentence }) => sentence)].join('. ')
  return drawn({ label, message, description, color: COLORS[state ?? 'foreign'] })
}

function drawn(say: { label: string; message: string; description: string; color: string }): string {
  const [left, right] = [say.label, say.message].map((text) => Math.round([...text].length * LETTER))
  const [start = 0, width = 0] = [(left ?? 0) + 2 * MARGIN, (right ?? 0) + 2 * MARGIN]
  const text = (words: string, x: number, length: number | undefined) =>
    `    <text x="${x}" y="14" textLength="${length ?? 0}" lengthAdjust="spacingAndGlyphs">${xml(words)}</text>`
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${start + width}" height="20" role="img" aria-labelledby="t d">`,
    `  <title id="t">${xml(`${say.label}: ${say.message}`)}</title>`,
    `  <desc id="d">${xml(say.description)}</desc>`,
    `  <rect width="${start}" height="20" fill="#24292f"/>`,
    `  <rect x="${start}" width="${width}" height="20" fill="${say.color}"/>`,
    `  <g fill="#ffffff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" aria-hidden="true">`,
    text(say.label, MARGIN, left),
    text(say.message, start + MARGIN, right),
    '  </g>',
    '</svg>',
  ].join('\n')}\n`
}
