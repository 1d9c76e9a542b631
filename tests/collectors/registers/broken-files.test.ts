import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLines } from '#collectors/registers/read-register.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { REGISTERS } from '#data/model/registers/registry.ts'
import { scratchFolder } from '../git-scratch.ts'

const ADOPTERS = 'organisation;type;country;component;state;basis;confirmedAt'
const ADOPTER = 'Ville;city;FR;plugin-a;in-service;told-us;01/02/2026'
const SERVICE = '{ id: a, name: { fr: R, en: B }, isPublic: oui }'
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

/** File, content, how many of its lines are good, and what is said of the others. */
const FILES: readonly (readonly [file: string, content: string | Buffer, good: number, ...said: readonly string[]])[] =
  [
    ['adopters.csv', `${ADOPTERS}\n${ADOPTER}\n`, 1],
    ['adopters.csv', `\uFEFF${ADOPTERS}\r\n${ADOPTER}\r\n;;;;;;\r\n`, 1],
    ['adopters.csv', utf16(`${ADOPTERS}\r\n${ADOPTER}\r\n`), 1],
    ['adopters.csv', Buffer.from(`${ADOPTERS}\nH\xf4pital \x80;hospital;FR;a;testing;other;1/2/2026\n`, 'latin1'), 1],
    ['adopters.csv', `${ADOPTERS};;\n${ADOPTER};;\n`, 1],
    [
      'adopters.csv',
      `${ADOPTERS}\n${ADOPTER}\n${ADOPTER.replace('01/02', '31/02')}\n`,
      1,
      '3:7 confirmedAt: expected a day',
    ],
    [
      'adopters.csv',
      `${ADOPTERS}\n${ADOPTER}\n${ADOPTER.toUpperCase()}\n`,
      1,
      '3:1 organisation and component are those of line 2',
    ],
    [
      'adopters.csv',
      `${ADOPTERS}\n${ADOPTER};more\n${ADOPTER}\n`,
      1,
      '2:1 this line has 8 fields, the first line names 7.',
    ],
    [
      'adopters.csv',
      `${ADOPTERS.replace('component', 'composant')}\n${ADOPTER}\n`,
      0,
      '1:4 unknown key "composant". Did you mean "component"?',
      '1:1 there is no column "component".',
    ],
    ['adopters.csv', `${ADOPTERS};state\n${ADOPTER};testing\n`, 0, '1:8 the column "state" is there twice.'],
    ['adopters.csv', `${ADOPTERS}\n"Ville;city\n`, 0, '2:1 Quote Not Closed'],
    [
      'adopters.yaml',
      '- organisation: X\n  type: town\n',
      0,
      '1:3 "country" is missing',
      '1:3 "component" is missing',
      '1:3 "state" is missing',
      '1:3 "basis" is missing',
      '1:3 "confirmedAt" is missing',
      '2:9 type: expected one of city',
    ],
    ['services.yaml', `- ${SERVICE}\n`, 1],
    ['services.yaml', '', 0],
    ['services.yaml', '# none yet\n', 0],
    ['services.yaml', `- ${SERVICE}\n- just text\n`, 1, '2:3 an entry is made of keys and values.'],
    ['services.yaml', 'services:\n  - id: a\n', 0, '1:1 a register is a list: every entry begins with "- ".'],
    ['services.yaml', '- id: a\n   name: x\n', 0, '1:7 Nested mappings are not allowed', '1:7 Implicit keys'],
    ['services.yaml', `- ${SERVICE.replace('R,', 'R, fr: S,')}\n`, 0, '1:27 Map keys must be unique'],
    ['services.yaml', `- ${SERVICE.replace('oui', 'maybe')}\n`, 0, '1:46 isPublic: expected true or false (oui, non).'],
    [
      'services.yaml',
      `- ${SERVICE.replace(' }', ', yearlyUse: "12,5" }')}\n`,
      0,
      '1:18 name: expected a text in en beside that in fr;',
    ],
    [
      'services.yaml',
      `- ${SERVICE.replace(/ \}$/u, ', yearlyUse: "12,5" }')}\n`,
      0,
      '1:62 yearlyUse: expected a whole number from 0.',
    ],
    [
      'services.yaml',
      `- ${SERVICE.replace(/ \}$/u, ', yearlyUse: 12 }')}\n`,
      0,
      '1:62 yearlyUse: a number of uses needs its year',
    ],
    [
      'services.yaml',
      `- ${SERVICE.replace(/ \}$/u, ', components: [a, {b: c}] }')}\n`,
      0,
      '1:63 components: expected one value',
    ],
    ['services.csv', 'id;name.fr;isPublic\na;R;oui\n', 0, '1:1 there is no column "name.en".'],
    [
      'services.csv',
      'id;name.fr;name.en;isPublic\na;R;B;oui\nb;R;;oui\n',
      1,
      '3:3 name: expected a text in en beside that in fr;',
    ],
    [
      'facts.csv',
      '\uFEFFid;statement.fr;statement.en;value;scope;source;date;review\r\nx;T;R;12,5;V;"Rap\r\nport";1/1/2026;1/1/2027\r\ny;T;R;12,5;V;R;1/1/2026;1/1/2025\r\n',
      1,
      '4:8 review: it is to be looked at before 2026-01-01',
    ],
    [
      'requests.yaml',
      '- { id: a, organisation: O, stage: recieved, receivedAt: 2026-01-01 }\n',
      0,
      '1:36 stage: expected one of received, in-exchange, trial, in-service, closed. Did you mean "received"?',
    ],
    [
      'requests.yaml',
      '- { id: a, organisation: O, stage: trial, receivedAt: 2026-01-01, language: hungarian-language }\n',
      0,
      '1:77 language: expected a language',
    ],
    [
      'trials.yaml',
      '- { assembly: a b, date: 2026-01-01, revision: x, command: y, result: started }\n',
      0,
      '1:15 assembly: expected owner/name',
    ],
    [
      'trials.yaml',
      '- { assembly: city/pack:site#demo, date: 2026-01-01, revision: x, command: y, result: started }\n',
      1,
    ],
    [
      'trackers.tsv',
      'component\tkind\taddress\na/*\tjira\tftp://x\n',
      0,
      '2:3 address: expected an address that starts with https://.',
    ],
    [
      'images.yaml',
      '- { image: i, component: c, pulls: -3, pullsAt: 2026-01-01 }\n',
      0,
      '1:36 pulls: expected a whole number from 0.',
    ],
    [
      'costs.csv',
      'id,what,kind,year,amount,currency,method\na,x,spent,2025,"1,5",EUR,m\nb,x,spent,2025,1,5,EUR,m\n',
      1,
      '3:1 this line has 8 fields',
    ],
  ]

describe('a register that people broke', () => {
  it.each(FILES.map((row) => ({ row, name: row[0], content: String(row[1]) })))('$name: $content', ({ row }) => {
    const [name, content, good, ...said] = row
    const file = join(scratchFolder(), name)
    writeFileSync(file, content)
    const register = REGISTERS.find(({ id }) => id === name.slice(0, name.indexOf('.')))
    if (register === undefined) throw new Error(`there is no register of ${name}`)
    const { entries, mistakes } = readLines(register, file)
    expect(entries).toHaveLength(good)
    expect(mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual(
      said.map((start) => expect.stringContaining(start)),
    )
    expect(mistakes.every((one) => one.file === file)).toBe(true)
  })

  it('is said to be no text when it is a workbook', () => {
    const file = join(scratchFolder(), 'needs.csv')
    writeFileSync(file, Buffer.from('504b0304140000000800000021', 'hex'))
    const [register] = REGISTERS
    if (register === undefined) throw new Error('there is no register')
    expect(() => readLines(register, file)).toThrow(UsageFailure)
    expect(() => readLines(register, file)).toThrow('is no text: save it as CSV or YAML')
  })
})
