import { describe, expect, it } from 'vitest'
import { wordSearch } from '#data/facts/word-search.ts'

const WORDS = ['ghp_', 'gho_', 'xox', 'SG.', '_live_', 'hooks.example/', 'PRIVATE KEY', 'live']

describe('a search for many words', () => {
  it('finds those that a search for each finds, wherever they stand and whatever stands around them', () => {
    const search = wordSearch(WORDS)
    const pick = random(17)
    const pieces = [...WORDS, 'gh', 'gho', '_liv', 'PRIVATE', 'x', 'S', 'ghghp', 'é', '\0', ' ', 'KEY']
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: pick(12) }, () => pieces[pick(pieces.length)]).join('')
      const bytes = Buffer.from(text)
      const expected = WORDS.filter((word) => bytes.includes(word))
      expect([...search(bytes)].sort(), JSON.stringify(text)).toEqual(expected.sort())
    }
  })
})

function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}
