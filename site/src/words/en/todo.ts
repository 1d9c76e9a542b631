import { englishPlural as plural } from '#data/model/plural.ts'
import type * as French from '../fr/todo.ts'

export const todo: typeof French.todo = {
  description: 'What waits, the most urgent first, with what settles it.',
  finding: ({ late, soon, open }) =>
    late + soon + open === 0
      ? 'Nothing waits'
      : late === 0
        ? `Nothing is late; ${soon + open} ${plural(soon + open, 'thing waits', 'things wait')}`
        : `${late} ${plural(late, 'thing is', 'things are')} late, ${soon === 0 ? 'none' : soon} due within thirty days`,
  lead: (day) =>
    `As of ${day}, the day of the data. The most urgent comes first; nobody is ever named. The same list on the command line: parvis todo.`,
  nothing: (day) => `As of ${day}, all that was looked at is up to date. What was not looked at is said below.`,
  urgency: { late: 'Late', soon: 'Soon', open: 'To see' },
  due: 'due',
  since: 'since',
  place: 'File',
  host: 'See it at the host',
  everything: 'Everything',
  count: (count) => `${count} ${plural(count, 'thing waits', 'things wait')}`,
  heads: [
    { name: 'What' },
    { name: 'Urgency' },
    { name: 'Due' },
    { name: 'Since' },
    { name: 'Reason' },
    { name: 'What settles it' },
  ],
  gaps: 'What was not looked at',
  gapsNote: 'Nothing of this is counted: it is not zero, it is unknown.',
  noGaps: 'All was looked at.',
}
