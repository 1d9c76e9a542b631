import { describe, expect, it } from 'vitest'
import { UsageFailure } from '#data/model/failures.ts'
import { loadPack } from '#policies/pack.ts'
import { builtinPack, findChecklist } from '#policies/registry.ts'

const PACK = `id: ours
title: Ours
policy: { title: P, url: "https://city.example/p" }
checklists: [sharing]
`
const outcome = (id: string) => `  - { id: ${id}, title: T, next: N }\n`
const written = (questions: string, outcomes = outcome('here') + outcome('elsewhere')) =>
  `title: Sharing\nquestions:\n${questions}outcomes:\n${outcomes}`
const question = (id: string, ...to: readonly string[]) =>
  `  - { id: ${id}, ask: Q, answers: [${to.map((place) => `{ say: S, to: ${place} }`).join(', ')}] }\n`

const open = (checklist: string, packs = [builtinPack('lutece')]) =>
  loadPack(
    [
      { path: 'ours/pack.yaml', text: PACK },
      { path: 'ours/sharing.yaml', text: checklist },
    ],
    { packs },
  )

async function mistakes(checklist: string): Promise<readonly string[]> {
  const refusal = await open(checklist).catch((error: unknown) => error)
  if (!(refusal instanceof UsageFailure)) throw new Error('it was not refused')
  return refusal.details.map(({ message, file, line }) => `${file}:${line} ${message}`)
}

describe('the checklist of genericity', () => {
  const checklist = findChecklist('genericity')

  it('ends in one of three ways, whatever is answered', () => {
    const ends = new Set<string>()
    const walk = (place: string): void => {
      const asked = checklist?.questions.find(({ id }) => id === place)
      if (asked === undefined) ends.add(place)
      else for (const { to } of asked.answers) walk(to)
    }
    walk(checklist?.questions[0]?.id ?? '')
    expect([...ends].sort()).toEqual(['connector', 'generic', 'own'])
  })

  it('says in both languages that form is checked and genericity discussed', () => {
    expect(checklist?.intro.fr).toContain('La forme est vérifiée avant l’examen ; la généricité se discute')
    expect(checklist?.intro.en).toContain('genericity is discussed')
    const texts = checklist?.questions.flatMap(({ ask, answers }) => [ask, ...answers.map(({ say }) => say)]) ?? []
    expect(texts.filter(({ fr, en }) => fr === en)).toEqual([])
  })
})

describe('a checklist of one’s own', () => {
  it('is found by its name', async () => {
    const pack = await open(written(question('need', 'here', 'elsewhere')))
    expect(findChecklist('sharing', [pack])?.questions[0]?.ask.en).toBe('Q')
  })

  it.each([
    ['leads nowhere', written(question('need', 'here', 'elsewere')), 'unknown question or outcome "elsewere"'],
    [
      'leads in a circle',
      written(question('a', 'b', 'here') + question('b', 'a', 'elsewhere')),
      '"a" does not lead on from "b"',
    ],
    [
      'has a question that nobody comes to',
      written(question('a', 'here', 'elsewhere') + question('b', 'here', 'here')),
      'no answer leads to "b"',
    ],
    ['asks what has one answer', written(question('a', 'here'), outcome('here')), 'two answers at least'],
  ])('is refused when it %s', async (_what, text, message) => {
    expect((await mistakes(text)).join('\n')).toContain(message)
    expect((await mistakes(text)).every((one) => /^ours\/sharing\.yaml:\d+ /u.test(one))).toBe(true)
  })
})
