import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import { longLedger } from '../files/long-ledgers.ts'
import type { TodoLine } from '../loaders/todo.ts'
import { governance, officer } from '../register.ts'
import { ruleByCode } from '../rules.ts'
import { brickAnchor } from './anchors.ts'

/** Lines of registers that are sentences themselves: their id names nothing to anybody. */
const SENTENCES = ['decision', 'fact']

export function isSentence({ kind }: TodoLine): boolean {
  return SENTENCES.includes(kind)
}

/** The page of this site that tells more of what waits; undefined where there is none. */
export function todoHref({ kind, reference, entry }: TodoLine, language: Language): string | undefined {
  const { href } = desk(language)
  if (entry !== undefined) return href({ sheet: 'component', slug: entry.slug })
  if (kind === 'collection' || kind === 'register') return href({ sheet: 'data-quality' })
  if (kind === 'plan-b') {
    return `${href({ sheet: 'inventory' })}${reference === null ? '' : placeOfBrick(reference, language)}`
  }
  if (reference === null) return undefined
  if (kind === 'waiver') {
    return ruleByCode(reference) === undefined ? undefined : href({ sheet: 'rule', code: reference })
  }
  const activity = governance?.activities.find(({ id }) => id === reference)
  return activity === undefined ? undefined : href({ sheet: 'activity', slug: activity.slug })
}

/** The row of a third-party component, or the group that it is in where its page shows the others alone. */
function placeOfBrick(brick: string, language: Language): string {
  const group = officer().thirdParties.groups.find(({ members }) => members.some((member) => member.brick === brick))
  if (group === undefined) return ''
  const { anchors = [], most } = longLedger(`third-parties-${group.id}`, language)
  const anchor = brickAnchor(brick)
  return anchors.indexOf(anchor) < most ? `#${anchor}` : `#${group.id}`
}
