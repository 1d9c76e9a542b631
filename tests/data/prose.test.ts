import { describe, expect, it } from 'vitest'
import { parseRegister } from '#collectors/registers/read-register.ts'
import { linesOf, registersOf, textIn } from '#data/inventory/registers.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { heldProse, proseIn } from '#data/model/prose.ts'
import { components } from '#data/model/registers/components.ts'

const read = (text: string, file = 'components.yaml') =>
  parseRegister(components, { file, text }).map(({ entry }) => entry.reason)

describe('what people write in a register', () => {
  it('is one text, or one for each language that they name', () => {
    expect(read('- { component: un, reason: Parce que }')).toEqual(['Parce que'])
    expect(read('- { component: un, reason: { fr: Parce que, en: Because } }')).toEqual([
      { fr: 'Parce que', en: 'Because' },
    ])
    expect(read('- { component: un, reason: { en: Because } }')).toEqual([{ en: 'Because' }])
    expect(read('component;reason\nun;Parce que', 'components.csv')).toEqual(['Parce que'])
    expect(read('component;reason.fr;reason.en\nun;Parce que;\ndeux;;', 'components.csv')).toEqual([
      { fr: 'Parce que' },
      null,
    ])
  })

  it('is refused in another language, or where it says nothing', () => {
    for (const reason of ['{ de: Weil }', '{ fr: " " }', '[Parce que]']) {
      expect(() => read(`- { component: un, reason: ${reason} }`), reason).toThrow(UsageFailure)
    }
  })

  it('is told in the language that is asked for, else in another that is named', () => {
    const asked = { language: 'en', writtenIn: 'fr' } as const
    expect(proseIn(heldProse({ fr: 'Parce que', en: 'Because' }), asked)).toEqual({ text: 'Because', language: 'en' })
    expect(proseIn(heldProse({ fr: 'Parce que' }), asked)).toEqual({ text: 'Parce que', language: 'fr' })
    expect(proseIn('Parce que', asked)).toEqual({ text: 'Parce que', language: 'fr' })
    expect(proseIn('{"fr": broken', asked)).toEqual({ text: '{"fr": broken', language: 'fr' })
  })

  it('stands in a line as in a column of the database', () => {
    const value = JSON.stringify({ component: 'un', reason: { fr: 'Parce que', en: 'Because' } })
    const [line] = linesOf(registersOf([{ register: 'components', line: 1, value }]), 'components')
    expect(line && textIn(line, 'reason')).toBe('{"fr":"Parce que","en":"Because"}')
  })
})
