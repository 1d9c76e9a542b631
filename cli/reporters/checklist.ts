import type { Language } from '#data/model/vocabulary.ts'
import type { Checklist } from '#policies/checklist.ts'

/** Questions by number and outcomes by letter, each answer with where it leads. */
export function checklistText({ title, intro, questions, outcomes }: Checklist, language: Language): string {
  const marks = new Map([
    ...questions.map(({ id }, index) => [id, `${index + 1}`] as const),
    ...outcomes.map(({ id }, index) => [id, String.fromCharCode(65 + index)] as const),
  ])
  const asked = questions.map(({ id, ask, answers }) => {
    const ways = answers.map(({ say, to }) => `   - ${say[language]} → ${marks.get(to)}`)
    return [`${marks.get(id)}. ${ask[language]}`, ...ways, ''].join('\n')
  })
  const ends = outcomes.map(({ id, title: end, next }) => `${marks.get(id)}. ${end[language]}\n   ${next[language]}\n`)
  return [title[language], intro[language], '', ...asked, ...ends].join('\n')
}
