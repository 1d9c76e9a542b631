import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseRegister, readRegister } from '#collectors/registers/read-register.ts'
import { UsageFailure } from '#data/model/failures.ts'
import type { Register } from '#data/model/register.ts'
import { registerColumns } from '#data/model/register-columns.ts'
import { adopters } from '#data/model/registers/adopters.ts'
import { collections } from '#data/model/registers/collections.ts'
import { costs } from '#data/model/registers/costs.ts'
import { needs } from '#data/model/registers/needs.ts'
import { REGISTERS } from '#data/model/registers/registry.ts'
import { requests } from '#data/model/registers/requests.ts'
import { services } from '#data/model/registers/services.ts'

const ADOPTER = {
  organisation: 'Ville-sous-Bois',
  type: 'city',
  country: 'FR',
  component: 'module-rendezvous',
  state: 'in-service',
  basis: 'told-us',
  confirmedAt: '2026-01-31',
}

describe('a register in YAML', () => {
  it('gives one entry for each line, empty fields as null and empty lists as lists', () => {
    const [service] = read(
      services,
      's.yaml',
      'isPublic: true',
      'id: rdv',
      'name: { fr: Rendez-vous, en: Appointments }',
    )
    expect(service).toMatchObject({ id: 'rdv', isPublic: true, name: { fr: 'Rendez-vous', en: 'Appointments' } })
    expect(service).toMatchObject({ address: null, components: [] })
  })

  it('takes days, versions and numbers as they are written', () => {
    const [one] = read(adopters, 'a.yaml', ...lines({ ...ADOPTER, version: '7.10', since: '2025-03-01' }))
    expect(one).toMatchObject({ version: '7.10', since: '2025-03-01' })
  })

  it('takes one word where a list is meant', () => {
    const [need] = read(
      needs,
      'n.yaml',
      'id: rdv',
      'words: { fr: Prendre rendez-vous, en: Book }',
      'components: module-a',
    )
    expect(need).toMatchObject({ components: ['module-a'] })
  })

  it('is empty when nothing has been written yet', () => {
    expect(parseRegister(needs, { file: 'n.yaml', text: '' })).toEqual([])
    expect(parseRegister(needs, { file: 'n.yaml', text: '# none yet\n' })).toEqual([])
  })
})

describe('a register in CSV', () => {
  const HEAD = 'id;what;kind;year;amount;currency;method;approvedAt'

  it.each([
    [
      'semicolons, comma decimals and a BOM',
      `\uFEFF${HEAD}\r\nc1;Bande passante;spent;2026;1 234,50;EUR;facture;31/03/2026\r\n`,
    ],
    ['commas and points', `${HEAD.replaceAll(';', ',')}\nc1,Bande passante,spent,2026,1234.5,EUR,facture,2026-03-31\n`],
    ['tabs', `${HEAD.replaceAll(';', '\t')}\nc1\tBande passante\tspent\t2026\t1234,5\tEUR\tfacture\t2026-03-31\n`],
  ])('is read with %s', (_name, text) => {
    const [cost] = parseRegister(costs, { file: 'c.csv', text }).map(({ entry }) => entry)
    expect(cost).toMatchObject({ id: 'c1', amount: 1234.5, year: 2026, approvedAt: '2026-03-31', approvedBy: null })
  })

  it('has a column for each language and lists between bars', () => {
    const text = 'id;words.fr;words.en;components\nrdv;Prendre rendez-vous;Book a visit;module-a | ville/module-b\n'
    const [need] = parseRegister(needs, { file: 'n.csv', text }).map(({ entry }) => entry)
    expect(need).toMatchObject({
      words: { fr: 'Prendre rendez-vous', en: 'Book a visit' },
      components: ['module-a', 'ville/module-b'],
    })
  })

  it('is read in the encoding of an older spreadsheet', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'register-')), 'costs.csv')
    writeFileSync(file, Buffer.from(`${HEAD}\nc1;H\xe9bergement;spent;2026;10;EUR;facture;\n`, 'latin1'))
    expect(readRegister(costs, file)[0]?.entry).toMatchObject({ what: 'Hébergement' })
  })

  it('counts lines through fields that hold line breaks', () => {
    const text = `${HEAD}\nc1;"deux\nlignes";spent;2026;10;EUR;facture;\nc2;Autre;perdu;2026;10;EUR;facture;\n`
    expect(problems(costs, 'c.csv', text)).toEqual(['c.csv:4:3 kind: expected one of spent, saved, avoided.'])
  })
})

describe('a mistake', () => {
  it.each<[string, Register, string, string]>([
    [
      'an unknown key',
      needs,
      '- id: a\n  words: { fr: x, en: y }\n  component: z\n',
      '3:14 unknown key "component". Did you mean "components"?',
    ],
    ['a missing field', needs, '- id: a\n', '1:3 "words" is missing: The need in plain words.'],
    [
      'one language of two',
      needs,
      '- id: a\n  words: { fr: x }\n',
      '2:10 words: expected a text in en beside that in fr; a site in one language says which in parvis.yaml (site.languages) and needs that one alone.',
    ],
    [
      'a short list without its reason',
      collections,
      '- { id: a, title: { fr: x, en: x }, components: [plugin-a] }\n',
      '1:3 "why" is missing: Why these.',
    ],
    ['a text where a list stands', needs, '- rdv\n', '1:3 an entry is made of keys and values.'],
    ['a mapping where a list stands', needs, 'id: a\n', '1:1 a register is a list: every entry begins with "- ".'],
    [
      'a day that no calendar has',
      adopters,
      yaml({ ...ADOPTER, confirmedAt: '2026-02-30' }),
      '7:16 confirmedAt: expected a day that the calendar has, such as 2026-03-31.',
    ],
    [
      'a word that is not of the list',
      adopters,
      yaml({ ...ADOPTER, state: 'in-servise' }),
      '5:10 state: expected one of testing, in-service, stopped, unknown. Did you mean "in-service"?',
    ],
    [
      'a time that runs backwards',
      adopters,
      yaml({ ...ADOPTER, since: '2026-05-01' }),
      '7:16 confirmedAt: it was confirmed before 2026-05-01, when it began.',
    ],
    [
      'the same line twice',
      adopters,
      yaml(ADOPTER) + yaml({ ...ADOPTER, country: 'BE' }),
      '8:3 organisation and component are those of line 1 already: Ville-sous-Bois, module-rendezvous.',
    ],
    [
      'what is no address',
      services,
      '- id: a\n  name: { fr: x, en: y }\n  isPublic: oui\n  address: example.org\n',
      '4:12 address: expected an address that starts with https://.',
    ],
    [
      'a number without its source',
      services,
      '- id: a\n  name: { fr: x, en: y }\n  isPublic: oui\n  yearlyUse: 12\n',
      '4:14 yearlyUse: a number of uses needs its year and its source.',
    ],
    ['broken YAML', needs, '- id: "a\n', '2:1 Missing closing "quote'],
  ])('is said with its line and column: %s', (_name, register, text, expected) => {
    expect(problems(register, 'r.yaml', text)[0]).toContain(`r.yaml:${expected}`)
  })

  it('is told together with all the others, in the order of the file', () => {
    const text = yaml({ ...ADOPTER, state: 'x', basis: 'y' })
    expect(problems(adopters, 'r.yaml', text).map((problem) => problem.split(' ')[0])).toEqual([
      'r.yaml:5:10',
      'r.yaml:6:10',
    ])
  })

  it('names a file that is not there', () => {
    expect(() => readRegister(needs, '/nowhere/needs.yaml')).toThrow('the register /nowhere/needs.yaml does not exist.')
  })
})

it.each(REGISTERS.map((register) => [register.id, register] as const))(
  '%s begins as a CSV with the head that its documentation gives',
  (id, register) => {
    const text = `${registerColumns(register).join(';')}\n`
    expect(parseRegister(register, { file: `${id}.csv`, text })).toEqual([])
  },
)

it('reads the country codes that people write for languages', () => {
  const languages = ['cz', 'dk', 'se', 'pt_BR', 'hu'].map((language, index) => {
    const text = `- { id: r${index}, organisation: Ville, stage: received, receivedAt: 2026-01-01, language: ${language} }`
    return parseRegister(requests, { file: 'r.yaml', text })[0]?.entry.language
  })
  expect(languages).toEqual(['cs', 'da', 'sv', 'pt-BR', 'hu'])
})

describe('every register', () => {
  it.each(REGISTERS.map((register) => [register.id, register] as const))(
    '%s says what each of its fields is for, in both languages',
    (_id, register) => {
      expect(register.key.every((name) => register.fields[name]?.isRequired === true || name === 'environment')).toBe(
        true,
      )
      for (const { help } of Object.values(register.fields)) {
        expect(help.fr).not.toBe('')
        expect(help.en).not.toBe('')
      }
    },
  )

  it('refers to registers that there are', () => {
    const targets = REGISTERS.flatMap(({ fields }) =>
      Object.values(fields).flatMap(({ type }) => (type.kind === 'reference' ? [type.to] : [])),
    )
    for (const target of targets) expect(REGISTERS.map(({ id }) => id)).toContain(target)
  })
})

function read(register: Register, file: string, ...content: readonly string[]) {
  const text = content.map((line, index) => `${index === 0 ? '- ' : '  '}${line}\n`).join('')
  return parseRegister(register, { file, text }).map(({ entry }) => entry)
}

function lines(entry: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(entry).map(([key, value]) => `${key}: ${value}`)
}

function yaml(entry: Readonly<Record<string, string>>): string {
  return lines(entry)
    .map((line, index) => `${index === 0 ? '- ' : '  '}${line}\n`)
    .join('')
}

function problems(register: Register, file: string, text: string): readonly string[] {
  try {
    parseRegister(register, { file, text })
  } catch (error) {
    if (!(error instanceof UsageFailure)) throw error
    return error.details.map((detail) => `${detail.file}:${detail.line}:${detail.column} ${detail.message}`)
  }
  return []
}
