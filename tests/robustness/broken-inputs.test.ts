import { describe, expect, it } from 'vitest'
import { propertyValues } from '#data/facts/property-values.ts'
import { withoutSecrets } from '#data/model/secrets.ts'
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

describe('a long text without an end', () => {
  // Read again from each of its signs it would outlast the time limit of a test.
  it.each(['k.', 'eyJ', '<a href="', 'a@', '[!['])('is read once, however often "%s" stands there', async (sign) => {
    const content = Buffer.from(`${sign.repeat(50_000)}=a`)
    expect(withoutSecrets(content.toString())).toBe(content.toString())
    expect(propertyValues.extract(content, undefined).ok).toBe(true)
    expect((await judgeBroken({ path: 'README.md', how: sign, content })).crashes).toEqual([])
  })
})
