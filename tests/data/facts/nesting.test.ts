import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nestsTooDeep, scriptNestsTooDeep } from '#data/facts/nesting.ts'

describe('the depth of a file', () => {
  it.each(['[', '{a: ', '- ', '? '])('is too much for data made of %j', (sign) => {
    expect(nestsTooDeep(sign.repeat(400))).toBe(false)
    expect(nestsTooDeep(sign.repeat(600))).toBe(true)
  })

  it.each(['(', 'function a(){', 'a?', 'if(a)', 'if(a){}else ', 'a=>', '<a>', 'A<'])(
    'is too much for a script made of %j, on which its parser would end the program',
    (sign) => {
      expect(scriptNestsTooDeep(sign.repeat(100))).toBe(false)
      expect(scriptNestsTooDeep(sign.repeat(2000))).toBe(true)
    },
  )

  it('is no matter in what people write', () => {
    for (const path of ['package-lock.json', 'tests/bench/run.ts']) {
      const text = readFileSync(path, 'utf8')
      expect(nestsTooDeep(text)).toBe(false)
      expect(scriptNestsTooDeep(text)).toBe(false)
    }
    expect(scriptNestsTooDeep('const a = 1\nconst b = () => a ? 1 : 2\n'.repeat(5000))).toBe(false)
  })
})
