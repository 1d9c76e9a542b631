import { choice, count, listOf, optional, reading, record } from '../options.ts'
import { type Breach, defineCheck } from '../rule.ts'

const ASKED = ['change-request', 'checks', 'no-force-push', 'no-deletion'] as const

const OPTIONS = record({
  /** What must hold on the default branch. */
  asks: listOf(choice(ASKED)),
  /** Approving reviews before a merge. */
  reviews: optional(count(), 0),
})

const read = reading(OPTIONS)

export const branchRules = defineCheck<ReturnType<typeof read>>({
  id: 'branch-rules',
  summary: 'Rules of the host hold on the default branch: review, checks, no rewriting, no deletion.',
  options: read,
  needs: () => [],
  needsHost: true,
  messages: {
    'change-request': {
      fr: '{branch} accepte des commits sans proposition de code',
      en: '{branch} takes commits without a change request',
    },
    reviews: {
      fr: 'relectures demandées par {branch} : {found} ; attendues : {least} au moins',
      en: 'reviews that {branch} asks for: {found}; expected: at least {least}',
    },
    checks: { fr: 'aucun contrôle automatique n’est exigé sur {branch}', en: 'no check is required on {branch}' },
    'no-force-push': {
      fr: 'l’historique de {branch} peut être réécrit',
      en: 'the history of {branch} can be rewritten',
    },
    'no-deletion': { fr: '{branch} peut être supprimée', en: '{branch} can be deleted' },
    unasked: {
      fr: 'règles de branche inconnues : la forge n’a pas été interrogée',
      en: 'branch rules are not known: the host was not asked',
    },
    unseen: { fr: 'règles de branche inconnues : {reason}', en: 'branch rules are not known: {reason}' },
  },
  judge({ host }, { asks, reviews }) {
    const told = host?.branchRules
    if (told === undefined || !told.isKnown) {
      if (told === undefined || told.reason === 'not-collected')
        return { outcome: 'unknown', messageId: 'unasked', args: {} }
      return { outcome: 'unknown', messageId: 'unseen', args: { reason: told.message } }
    }
    // What nobody may write to needs no rule.
    if (host?.isArchived.isKnown && host.isArchived.value) return { outcome: 'not-applicable' }
    const { branch, requiredReviews: found, ...rules } = told.value
    const holds = {
      'change-request': rules.requiresChangeRequest,
      checks: rules.requiredChecks.length > 0,
      'no-force-push': !rules.allowsForcePush,
      'no-deletion': !rules.allowsDeletion,
    } as const satisfies Record<(typeof ASKED)[number], boolean>
    const breaches = asks.flatMap((one): Breach[] =>
      holds[one] ? [] : [{ messageId: one, args: { branch }, text: one }],
    )
    if (rules.requiresChangeRequest && found < reviews) {
      breaches.push({ messageId: 'reviews', args: { branch, found, least: reviews }, text: 'reviews' })
    }
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
