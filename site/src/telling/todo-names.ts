import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { TodoLine } from '../loaders/todo.ts'
import { governance } from '../register.ts'

/** What it is about, as people know it. */
export function todoName({ reference, subject, entry }: TodoLine, language: Language): string {
  const { words, text } = desk(language)
  const activity = governance?.activities.find(({ id }) => id === reference)
  if (activity !== undefined) return `${activity.id}, ${text(activity.title)}`
  return entry?.name ?? subject ?? words.todo.everything
}
