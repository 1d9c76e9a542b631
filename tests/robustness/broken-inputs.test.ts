import { describe, expect, it } from 'vitest'
import { brokenInputs } from './broken-input.ts'
import { judgeBroken } from './judge-broken.ts'

/** A tenth of what `npm run bench -- lint-broken` judges, of another seed. */
const INPUTS = brokenInputs(100, 2026)

describe('a broken file', () => {
  it.each(
    Array.from({ length: 10 }, (_, index) => INPUTS.slice(index * 10, index * 10 + 10)).map((some) => [some] as const),
  )('crashes neither a rule nor an extractor (%#)', async (some) => {
    for (const input of some) {
      const { crashes } = await judgeBroken(input)
      expect(crashes, `${input.path}: ${input.how}`).toEqual([])
    }
  })
})
