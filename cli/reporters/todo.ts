import { englishCount, frenchCount } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { sayTodo, type Todo, type TodoItem, todoArgs, todoTitle } from '#data/todo/gather.ts'
import type { TodoUrgency } from '#data/todo/item.ts'

const WORDS = {
  fr: {
    urgency: { late: 'En retard', soon: 'Dans les trente jours', open: 'Sans échéance' },
    head: (count: number, day: string) => `${frenchCount(count, 'chose attend', 'choses attendent')}, au ${day}`,
    nothing: (day: string) => `Rien n’attend, au ${day}.`,
    since: (day: string) => `depuis le ${day}`,
    due: (day: string) => `pour le ${day}`,
    wasDue: (day: string) => `était pour le ${day}`,
    everything: 'l’ensemble',
    others: (count: number) => `et ${frenchCount(count, 'autre')} (--verbose les dit toutes)`,
    gaps: 'Ce qui n’a pas été regardé, et n’est donc pas compté',
  },
  en: {
    urgency: { late: 'Late', soon: 'Within thirty days', open: 'Without a day' },
    head: (count: number, day: string) => `${englishCount(count, 'thing waits', 'things wait')}, as of ${day}`,
    nothing: (day: string) => `Nothing waits, as of ${day}.`,
    since: (day: string) => `since ${day}`,
    due: (day: string) => `due ${day}`,
    wasDue: (day: string) => `was due ${day}`,
    everything: 'everything',
    others: (count: number) => `and ${englishCount(count, 'other')} (--verbose tells all)`,
    gaps: 'What was not looked at, and is not counted therefore',
  },
} as const

const URGENCIES: readonly TodoUrgency[] = ['late', 'soon', 'open']

/** Of each kind this many are told in full; the others are counted. */
const SHOWN = 5

interface Written {
  readonly language: Language
  /** Every item in full. */
  readonly isVerbose: boolean
}

export function todoText({ items, gaps, asOf }: Todo, { language, isVerbose }: Written): string {
  const words = WORDS[language]
  const parts = URGENCIES.flatMap((urgency) => {
    const kinds = Map.groupBy(
      items.filter((item) => item.urgency === urgency),
      ({ kind }) => kind,
    )
    const told = [...kinds.values()].flatMap((those) => kindLines(those, { language, isVerbose }))
    return told.length === 0 ? [] : [[words.urgency[urgency], ...told]]
  })
  const missing = gaps.map((gap) => `  ${todoTitle(gap.kind, language)}${colon(language)}${sayTodo(gap)[language]}`)
  const head = items.length === 0 ? words.nothing(asOf) : words.head(items.length, asOf)
  const sections = [[head], ...parts, ...(missing.length === 0 ? [] : [[words.gaps, ...missing]])]
  return `${sections.map((section) => section.join('\n')).join('\n\n')}\n`
}

function kindLines(items: readonly TodoItem[], { language, isVerbose }: Written): readonly string[] {
  const [first] = items
  if (first === undefined) return []
  const shown = isVerbose || items.length <= SHOWN + 1 ? items : items.slice(0, SHOWN)
  const others = items.length - shown.length
  return [
    `  ${todoTitle(first.kind, language)}`,
    ...shown.flatMap((item) => lines(item, language)),
    ...(others === 0 ? [] : [`    ${WORDS[language].others(others)}`]),
  ]
}

function colon(language: Language): string {
  return language === 'fr' ? ' : ' : ': '
}

function lines(item: TodoItem, language: Language): readonly string[] {
  const { subject, since, due, urgency, command, place } = item
  const words = WORDS[language]
  const days = [
    ...(due === null ? [] : [urgency === 'late' ? words.wasDue(due) : words.due(due)]),
    ...(since === null ? [] : [words.since(since)]),
  ]
  const head = [subject === '*' ? words.everything : subject, ...days].join(', ')
  const way = place ?? command
  return [`    ${head}`, `      ${sayTodo(item)[language]}`, ...(way === null ? [] : [`      > ${way}`])]
}

/** The answer of `parvis todo --format json`. */
export function todoJson({ asOf, promise, items, gaps }: Todo, language: Language): string {
  const answer = {
    schemaVersion: 1,
    asOf,
    promise: promise === null ? null : { workingDays: promise },
    items: items.map(({ kind, urgency, subject, repository, message, args, since, due, command, place, url }) => ({
      ...{ kind, title: todoTitle(kind, language), urgency, subject, repository, since, due },
      ...{
        message,
        args: todoArgs({ kind, message, args }, language),
        why: sayTodo({ kind, message, args })[language],
        command,
        place,
        url,
      },
    })),
    gaps: gaps.map(({ kind, message, args }) => ({
      ...{ kind, title: todoTitle(kind, language), message, args: todoArgs({ kind, message, args }, language) },
      why: sayTodo({ kind, message, args })[language],
    })),
  }
  return `${JSON.stringify(answer, null, 2)}\n`
}
