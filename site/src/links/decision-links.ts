import type { Language } from '#data/model/vocabulary.ts'
import type { ToldProposal } from '#data/report/telling/tell-proposals.ts'
import { desk } from '../desk.ts'

type Kind = Exclude<ToldProposal['kind'], 'target-passed'>
type Target = readonly [sheet: 'todo' | 'compliance' | 'inventory' | 'migration', part: string]

/** Where the lines stand that a decision is about; a target that passed stands above it on the board. */
const TARGETS: Readonly<Record<Kind, Target>> = {
  decision: ['todo', 'decision'],
  'over-promise': ['todo', 'unanswered'],
  'waivers-ending': ['compliance', 'waivers'],
  'without-plan': ['inventory', 'in-service'],
  'plans-overdue': ['inventory', 'overdue'],
  blocking: ['migration', 'free'],
  'to-reconfirm': ['todo', 'adopter'],
  'requests-overdue': ['todo', 'request'],
  'facts-due': ['todo', 'fact'],
}

export function decisionLink(kind: ToldProposal['kind'], language: Language) {
  if (kind === 'target-passed') return undefined
  const { words, href } = desk(language)
  const [sheet, part] = TARGETS[kind]
  return { href: `${href({ sheet })}#${part}`, word: words.board.decisionLinks[kind] }
}
