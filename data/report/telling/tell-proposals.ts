import { proseIn, type ToldProse } from '../../model/prose.ts'
import type { Language, Text } from '../../model/vocabulary.ts'
import type { Proposal } from '../proposals.ts'
import type { Decision } from '../report.ts'
import { type Print, valueText, wordsOf } from './print.ts'

export interface ToldProposal {
  readonly kind: Proposal['kind'] | 'decision'
  readonly head: string
  /** Language of the head, where it is what people wrote in another than that of the report. */
  readonly headIn?: Language
  /** What was decided, as people wrote it. */
  readonly outcome?: ToldProse
  readonly reason: string
  readonly names: readonly string[]
}

export function tellProposal(proposal: Proposal, print: Print): ToldProposal {
  const { proposals } = wordsOf(print)
  const names = 'names' in proposal ? namesOf(proposal, print) : []
  return { kind: proposal.kind, head: proposals.heads[proposal.kind], reason: reasonOf(proposal, print), names }
}

function reasonOf(proposal: Proposal, print: Print): string {
  const { proposals, targets } = wordsOf(print)
  switch (proposal.kind) {
    case 'over-promise':
      return proposals.overPromise(proposal)
    case 'waivers-ending':
      return proposals.waivers(proposal.count, print.day(proposal.first))
    case 'without-plan':
      return proposals.withoutPlan(proposal, proposal.latestAt === null ? null : print.day(proposal.latestAt))
    case 'plans-overdue':
      return proposals.plans(proposal.count)
    case 'blocking':
      return proposals.blocking(proposal)
    case 'target-passed': {
      const { title, unit, value, target } = proposal
      const bound = targets.bound[target.bound](valueText(target.value, unit, print))
      return proposals.targetPassed(
        title[print.language],
        valueText(value, unit, print),
        targets.by(bound, print.day(target.by)),
      )
    }
    case 'to-reconfirm':
      return proposals.reconfirm(proposal.count)
    case 'requests-overdue':
      return proposals.requests(proposal.count)
    case 'facts-due':
      return proposals.facts(proposal.count)
  }
}

function namesOf(
  { names, count }: { readonly names: readonly (string | Text)[]; readonly count: number },
  print: Print,
): readonly string[] {
  const { changes } = wordsOf(print)
  const told = names.map((name) => (typeof name === 'string' ? name : name[print.language]))
  return count > told.length ? [...told, changes.others(count - told.length)] : told
}

/** A line of the register, as an answer or as a question that waits. */
export function tellDecision(
  decision: Decision,
  { print, today }: { readonly print: Print; readonly today: string },
): ToldProposal {
  const { decisions, open } = wordsOf(print)
  const { asked_at, decided_at, due, done_at } = decision
  const prose = (held: string) => proseIn(held, { language: print.language, writtenIn: print.writtenIn })
  const question = prose(decision.question)
  const body = prose(decision.body).text
  const told = {
    kind: 'decision',
    head: question.text,
    ...(question.language === print.language ? {} : { headIn: question.language }),
    names: [],
  } as const
  if (decided_at === null || decided_at > today) {
    const when = due === null ? [] : [due < today ? open.late(print.day(due)) : open.due(print.day(due))]
    return { ...told, reason: [open.asked(print.day(asked_at), body), ...when].join(wordsOf(print).semicolon) }
  }
  const followed = () => {
    if (done_at !== null && done_at <= today) return decisions.done(print.day(done_at))
    if (due === null) return decisions.noDeadline
    return due < today ? open.late(print.day(due)) : decisions.undone(print.day(due))
  }
  const facts = [decisions.decided(print.day(decided_at), body), followed()]
  return {
    ...told,
    ...(decision.outcome === null ? {} : { outcome: prose(decision.outcome) }),
    reason: `(${facts.join(wordsOf(print).semicolon)})`,
  }
}
