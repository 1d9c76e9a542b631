import { describe, expect, it } from 'vitest'
import { sentence } from '#policies/sentence.ts'

const covered = (missing: readonly string[]) => ({
  messageId: 'keys-covered/below',
  args: { language: 'fr', present: 1544, expected: 2350, percent: 65.7, missing },
})

describe('the sentence of a finding', () => {
  it('writes figures as its language does', () => {
    expect(sentence(covered(['a']), 'en')).toBe('translated keys (fr): 1,544 of 2,350, or 65.7 %; keys missing: a')
    expect(sentence(covered(['a']), 'fr')).toContain('65,7')
    for (const reason of [0, 7, 999, 1000, 12345, 1234567, -1234, 0.5, 0.1 + 0.2, 1999.9996, -0.25]) {
      const crashed = { messageId: 'engine/crashed', args: { reason } }
      expect(sentence(crashed, 'en').split(': ')[1]).toBe(reason.toLocaleString('en-GB'))
      expect(sentence(crashed, 'fr').split('\u00a0: ')[1]).toBe(reason.toLocaleString('fr-FR'))
    }
  })

  it('lists five and counts the rest', () => {
    expect(sentence(covered(['a', 'b', 'c', 'd', 'e', 'f', 'g']), 'en')).toMatch(/a, b, c, d, e and 2 more$/u)
    expect(sentence(covered(['a', 'b', 'c', 'd', 'e', 'f']), 'fr')).toMatch(/e et 1 de plus$/u)
    expect(sentence(covered([]), 'fr')).toMatch(/néant$/u)
  })

  it('breaks no line before a French mark, and leaves what it quotes alone', () => {
    const finding = { messageId: 'names-agree/differs', args: { name: 'a : b', ending: 'c' } }
    expect(sentence(finding, 'fr')).toBe('«\u00a0a : b\u00a0» ne se termine pas par «\u00a0c\u00a0»')
  })
})
