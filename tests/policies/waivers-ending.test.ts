import { describe, expect, it } from 'vitest'
import { builtinPack } from '#policies/registry.ts'
import { waiversEnding } from '#policies/waivers-ending.ts'

const waiver = (subject: string, until: string) => {
  return { rule: 'POM-05', subject, until, reason: 'A migration', approvedBy: 'architects' }
}

describe('waivers that end soon', () => {
  const waivers = [
    waiver('ville/agenda', '2026-12-15'),
    waiver('Ville/*', '2026-11-20'),
    waiver('ville/agenda', '2026-12-16'),
    waiver('ville/agenda', '2026-11-14'),
    waiver('ville/other', '2026-11-20'),
  ]
  const pack = { ...builtinPack('parvis'), waivers }

  it('hold today, end within thirty days and are of what is judged', () => {
    const ending = waiversEnding([pack, pack], { asOf: '2026-11-15', repositories: ['ville/Agenda'] })
    expect(ending.map(({ subject, until }) => `${subject} ${until}`)).toEqual([
      'Ville/* 2026-11-20',
      'ville/agenda 2026-12-15',
    ])
    expect(waiversEnding([pack], { asOf: '2026-11-15', repositories: [] })).toEqual([])
  })
})
