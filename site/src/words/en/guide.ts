import { englishPlural as plural } from '#data/model/plural.ts'
import type * as French from '../fr/guide.ts'

export const guide: typeof French.guide = {
  title: 'Contribute',
  rulesTitle: 'The rules and their reasons',
  rulesLead: 'Every rule of the linter: why, a bad and a good example, the fix, and how many repositories keep it.',
  genericity: 'Beyond form',
  genericityText:
    'Genericity is not checked, it is discussed. The questions to ask before writing have a page of their own:',
  heading: 'Rules, and the reason of each',
  description: 'The contributor guide: the rules that the linter applies, why, and how to keep them.',
  lead: 'These pages come from the very files of the linter: what is written here is what is checked. Keeping the rules is necessary, not sufficient: form is checked before the review, whether it serves others is discussed.',
  check: 'Check before you propose',
  checkText: 'In your working copy:',
  checkAfter: 'The command names the file, the line, the reason and the fix.',
  families: 'Families of rules',
  ruleCount: (count) => `${count} ${plural(count, 'rule')}`,
  packOf: (pack) => `Rule pack: ${pack}`,
  policy: 'Text of reference',
  keptNote:
    'To the right of each rule: how many repositories keep it, of how many it was checked on. The bar of a family brings its rules together. All numbers:',
  kept: ({ held, judged }) => `${held} of ${judged}`,
  noRules: 'No rule pack is installed.',
  notMeasured: 'not measured',
}

export const rule: typeof French.rule = {
  description: (code, title) => `${code}: ${title}. Why, examples, fix and how far it is kept.`,
  severity: { error: 'Error', warning: 'Warning', info: 'Hint' },
  effort: { minutes: 'Some minutes', hours: 'Some hours', days: 'Some days' },
  effortLabel: 'Effort',
  why: 'Why',
  examples: 'Examples',
  bad: 'Avoid',
  good: 'Expected',
  fix: 'Fix',
  measured: 'How far it is kept',
  references: 'References',
  onPage: 'On this page',
  sameSource: 'This page is written by the same file as the linter. In a terminal:',
  measuredNote: (day) => `Repositories of the organisations of the register, on ${day}.`,
  finding: ({ held, judged }) => `${held} repositories of ${judged} keep this rule`,
  noneJudged: 'This rule could not be checked on any repository',
  notMeasured: 'How far this rule is kept is not measured, or not published.',
  measuredSubtitle:
    'Number of repositories, by kind and result; the rate is over those where the rule could be checked',
  columns: {
    kind: 'Kind',
    share: 'Shares',
    held: 'Kept',
    toCorrect: 'To correct',
    exception: 'Exceptions',
    notChecked: 'Not checked',
    rate: 'Rate',
  },
  all: 'Together',
  neverHeld: 'Not checked (never counted as kept)',
  applies: 'Applies to',
  appliesAll: 'All components',
  previous: 'Previous rule',
  next: 'Next rule',
  noReferences: 'No outside reference.',
}
