import { badgeDrawing } from '#data/model/badge-drawing.ts'
import { addMonths } from '#data/model/day.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { SELF_CHECK_MONTHS } from '#data/reference/self-check.ts'
import { type LintReporter, printable, type Verdict } from './lint.ts'

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
  const labelColors = { fill: '#24292f', ink: '#ffffff' }
  const messageColors = { fill: COLORS[state ?? 'foreign'], ink: '#ffffff' }
  return badgeDrawing({
    language: context.language,
    label: printable(label),
    message,
    description: printable(description),
    labelColors,
    messageColors,
  })
}
