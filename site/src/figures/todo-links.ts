import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { TodoLine } from '../loaders/todo.ts'
import { governance } from '../register.ts'
import { ruleByCode } from '../rules.ts'
import { brickAnchor } from './anchors.ts'

/** Lines of registers that are sentences themselves: their id names nothing to anybody. */
const SENTENCES = ['decision', 'fact']

export function isSentence({ kind }: TodoLine): boolean {
  return SENTENCES.includes(kind)
}

/** What it is about, as people know it. */
export function todoName({ reference, subject, entry }: TodoLine, language: Language): string {
  const { words, text } = desk(language)
  const activity = governance?.activities.find(({ id }) => id === reference)
  if (activity !== undefined) return `${activity.id}, ${text(activity.title)}`
  return entry?.name ?? subject ?? words.todo.everything
}

/** The page of this site that tells more of what waits; undefined where there is none. */
export function todoHref({ kind, reference, entry }: TodoLine, language: Language): string | undefined {
  const { href } = desk(language)
  if (entry !== undefined) return href({ sheet: 'component', slug: entry.slug })
  if (kind === 'collection' || kind === 'register') return href({ sheet: 'data-quality' })
  if (kind === 'plan-b') {
    return reference === null
      ? href({ sheet: 'inventory' })
      : `${href({ sheet: 'inventory' })}#${brickAnchor(reference)}`
  }
  if (reference === null) return undefined
  if (kind === 'waiver') {
    return ruleByCode(reference) === undefined ? undefined : href({ sheet: 'rule', code: reference })
  }
  const activity = governance?.activities.find(({ id }) => id === reference)
  return activity === undefined ? undefined : href({ sheet: 'activity', slug: activity.slug })
}
