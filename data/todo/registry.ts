import { adopters } from './adopters.ts'
import { collections } from './collections.ts'
import { consents } from './consents.ts'
import { decisions } from './decisions.ts'
import { facts } from './facts.ts'
import { fallbacks } from './fallbacks.ts'
import { declarations, differences } from './governance.ts'
import type { TodoKind } from './item.ts'
import { mistakes } from './mistakes.ts'
import { requests } from './requests.ts'
import { unanswered } from './unanswered.ts'
import { waivers } from './waivers.ts'

/** Every kind of thing that may wait, in the order in which pages tell of them. */
export const TODO_KINDS: readonly TodoKind[] = [
  collections,
  unanswered,
  requests,
  decisions,
  waivers,
  declarations,
  differences,
  fallbacks,
  adopters,
  facts,
  mistakes,
  consents,
]
