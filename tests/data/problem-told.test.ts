import { expect, it } from 'vitest'
import { problemTold } from '#data/problem-told.ts'
import { PROBLEM_SENTENCES } from '#data/reference/problem-sentences.ts'

const clone = {
  collector: 'git/commits',
  scope: '/home/office/clones/greffon',
  message: 'nothing says which /home/office/clones/greffon is',
}

it('says a trouble that has a code in French, with what it is about and no folder above', () => {
  const told = problemTold({ ...clone, code: 'clone-unnamed' })
  expect(told.en).toBe('nothing says which greffon is')
  expect(told.fr).toMatch(/^rien ne dit de quel dépôt greffon est un clone : .*repository: ORGANISATION\/NOM/u)
})

it('keeps the words of who met it where there is no code, and tells nothing of a register of people', () => {
  expect(problemTold(clone)).toEqual({ fr: 'nothing says which greffon is', en: 'nothing says which greffon is' })
  const people = {
    collector: 'registers/opt-ins',
    scope: '/home/office/opt-ins.csv',
    message: '/home/office/opt-ins.csv:3:7: jeanne',
  }
  expect(problemTold({ ...people, code: 'register-invalid' })).toEqual({ fr: 'opt-ins.csv:3:7', en: 'opt-ins.csv:3:7' })
})

it('has no word of a path or of English in its sentences', () => {
  for (const sentence of Object.values(PROBLEM_SENTENCES)) expect(sentence).not.toMatch(/\b(?:the|is|not|of)\b/u)
})
