import { describe, expect, it } from 'vitest'
import { UsageFailure } from '#data/model/failures.ts'
import { loadPack, type PackFile } from '#policies/pack.ts'
import compiled from '#policies/packs/compiled.json' with { type: 'json' }
import proven from '#policies/packs/proven-patterns.json' with { type: 'json' }
import { builtinPacks, findRule, listRules } from '#policies/registry.ts'
import { compilePacks } from '../../.ci/compile-packs.ts'

const MANIFEST = `id: ours
title: Our rules
policy: { title: Charter, url: https://example.org/charter }
families: [names]
`
const FAMILY = `title: Names
rules:
  - id: readme/there
    code: OUR-01
    title: { fr: Présent, en: Present }
    question: Is there a README?
    check: file-present
    options:
      document: README
      names: [readme.md]
      places: ['.']
    severity: warning
    effort: minutes
`
const PROSE = '## Why\n\nIt helps.\n\n## Bad\n\nNone.\n\n## Good\n\nOne.\n\n## Fix\n\nWrite it.\n'

const files = (changes: Readonly<Record<string, string | null>> = {}): PackFile[] =>
  Object.entries({ 'pack.yaml': MANIFEST, 'names.yaml': FAMILY, 'OUR-01.en.md': PROSE, ...changes }).flatMap(
    ([path, text]) => (text === null ? [] : [{ path: `ours/${path}`, text }]),
  )

const load = (changes?: Readonly<Record<string, string | null>>) => loadPack(files(changes), { packs: builtinPacks() })

/** `file:line:column message` of every problem. */
async function problems(
  changes: Readonly<Record<string, string | null>>,
  bilingual = false,
): Promise<readonly string[]> {
  const failure: unknown = await loadPack(files(changes), { packs: builtinPacks(), bilingual }).catch(
    (error: unknown) => error,
  )
  if (!(failure instanceof UsageFailure)) throw new Error('the pack loaded', { cause: failure })
  expect(failure.code).toBe('pack-invalid')
  return failure.details.map(({ file, line, column, message }) => {
    return `${[file, line, column].filter((part) => part !== undefined).join(':')} ${message}`
  })
}

const family = (from: string, to: string) => ({ 'names.yaml': FAMILY.replace(from, to) })
const manifest = (more: string) => ({ 'pack.yaml': `${MANIFEST}${more}` })

describe('a pack of one’s own', () => {
  it('loads, with one language standing in for the other', async () => {
    const pack = await load()
    const [rule] = pack.families.flatMap((one) => one.rules)
    expect(rule).toMatchObject({
      code: 'OUR-01',
      title: { fr: 'Présent', en: 'Present' },
      question: { fr: 'Is there a README?', en: 'Is there a README?' },
      confidence: 'high',
      audience: 'public',
      when: {},
      prose: { fix: { fr: 'Write it.', en: 'Write it.' } },
    })
    expect(pack.digest).toMatch(/^[\da-f]{64}$/u)
  })

  it('has a digest that follows its content', async () => {
    expect((await load()).digest).toBe((await load()).digest)
    expect((await load(family('warning', 'info'))).digest).not.toBe((await load()).digest)
  })

  it('may be one file that changes another pack', async () => {
    const text = `id: ours
title: Ours
policy: { title: Charter, url: https://example.org/charter }
extends: [lutece]
rules:
  POM-05: off
  descriptor/exactly-one: info
  I18N-05: { severity: error, options: { threshold: 0.5 }, when: { kind: [plugin] } }
`
    const pack = await loadPack([{ path: 'strict.yaml', text }], { packs: builtinPacks() })
    const base = builtinPacks().find(({ id }) => id === 'lutece')
    expect(pack.classifier).toEqual(base?.classifier)
    expect(findRule('POM-05', [pack])).toBeUndefined()
    expect(findRule('DESC-01', [pack])?.rule.severity).toBe('info')
    expect(findRule('i18n-05', [pack])?.rule).toMatchObject({
      severity: 'error',
      options: { threshold: 0.5, language: 'fr' },
      when: { kind: ['plugin'] },
    })
    expect(listRules([pack])).toHaveLength(listRules(base ? [base] : []).length - 1)
  })
})

describe('a pack with a mistake names the place and the nearest valid word', () => {
  it.each([
    ['a key', family('severity:', 'severty:'), 'ours/names.yaml:12:5 unknown key "severty". Did you mean "severity"?'],
    [
      'a word',
      family('severity: warning', 'severity: warnin'),
      'ours/names.yaml:12:15 expected one of error, warning, info. Did you mean "warning"?',
    ],
    [
      'a check',
      family('check: file-present', 'check: file-presnt'),
      'ours/names.yaml:7:12 unknown check "file-presnt". Did you mean "file-present"?',
    ],
    [
      'an option',
      family('names: [readme.md]', 'name: [readme.md]'),
      'ours/names.yaml:10:7 unknown key "name". Did you mean "names"?',
    ],
    [
      'the value of an option',
      family("places: ['.']", 'places: here'),
      'ours/names.yaml:11:15 expected a list of folders.',
    ],
    [
      'an id',
      family('id: readme/there', 'id: Readme'),
      'ours/names.yaml:3:9 expected subject/desired-state in kebab-case.',
    ],
    ['a code', family('code: OUR-01', 'code: ours'), 'ours/names.yaml:4:11 expected a code such as POM-05.'],
    [
      'a language',
      family('{ fr: Présent, en: Present }', '{ fr: Présent }'),
      'ours/names.yaml:5:12 "en" is missing: expected a text.',
    ],
    [
      'a family',
      manifest('').valueOf() && { 'pack.yaml': MANIFEST.replace('[names]', '[name]') },
      'ours/pack.yaml:4:12 there is no name.yaml. Did you mean "names"?',
    ],
    ['a base', manifest('extends: [lutce]'), 'ours/pack.yaml:5:11 unknown pack "lutce". Did you mean "lutece"?'],
    ['a rule', manifest('rules: { OUR-1: off }'), 'ours/pack.yaml:5:10 unknown rule "OUR-1". Did you mean "OUR-01"?'],
    [
      'a classifier',
      manifest('classifier: { id: lutec }'),
      'ours/pack.yaml:5:19 unknown classifier "lutec". Did you mean "lutece"?',
    ],
    [
      'an option that was changed',
      manifest('rules: { OUR-01: { options: { leastByte: 3 } } }'),
      'ours/pack.yaml:5:31 unknown key "leastByte". Did you mean "leastBytes"?',
    ],
    ['YAML', { 'names.yaml': 'title: [' }, 'ours/names.yaml:1:9 '],
  ])('%s', async (_name, changes, expected) => {
    expect((await problems(changes)).map((problem) => problem.slice(0, expected.length))).toContain(expected)
  })

  it('names all of them at once', async () => {
    const text = FAMILY.replace('severity: warning', 'severity: grave').replace('effort: minutes', 'effort: lots')
    expect(await problems({ 'names.yaml': text, ...manifest('extends: [nobody]') })).toHaveLength(3)
  })

  it('names a code that is taken', async () => {
    const twice = FAMILY + FAMILY.slice(FAMILY.indexOf('  - id')).replace('readme/there', 'other/there')
    expect(await problems({ 'names.yaml': twice })).toEqual([
      'ours/names.yaml:15:11 "OUR-01" names another rule already.',
    ])
  })
})

describe('a waiver', () => {
  const waiver = (written: string) => manifest(`waivers: [{ ${written} }]`)
  const whole = 'rule: OUR-01, subject: a/b, reason: later, until: 2027-01-01, approvedBy: platform team'

  it('loads when it is whole', async () => {
    expect((await load(waiver(whole))).waivers).toMatchObject([{ until: '2027-01-01' }])
  })

  it.each([
    ['without a reason', whole.replace('reason: later, ', ''), '"reason" is missing'],
    ['without an end', whole.replace('until: 2027-01-01, ', ''), '"until" is missing'],
    [
      'until a day that the calendar has not',
      whole.replace('2027-01-01', '2027-02-30'),
      'the calendar has no 2027-02-30',
    ],
    ['of a rule that is not there', whole.replace('OUR-01', 'OUR-10'), 'unknown rule "OUR-10". Did you mean "OUR-01"?'],
  ])('does not load %s', async (_name, written, expected) => {
    expect((await problems(waiver(written))).join('\n')).toContain(expected)
  })
})

describe('the page of a rule', () => {
  const page = (text: string | null) => problems({ 'OUR-01.en.md': text })

  it.each([
    ['a section that is missing', PROSE.replace('## Bad\n\nNone.\n\n', ''), 'section "Bad" is missing.'],
    ['an empty section', PROSE.replace('It helps.', ''), 'section "Why" is empty.'],
    [
      'a section of another name',
      PROSE.replace('## Fix', '## Fixes'),
      'OUR-01.en.md:13:1 unknown section "Fixes". Did you mean "Fix"?',
    ],
    ['a section out of place', `${PROSE}\n## Why\n\nAgain.\n`, 'section "Why" is out of place'],
    ['words before the first section', `Hello\n${PROSE}`, 'OUR-01.en.md:1:1 text before the section "Why".'],
    ['no page at all', null, 'there is no OUR-01.fr.md or OUR-01.en.md.'],
  ])('is refused for %s', async (_name, text, expected) => {
    expect((await page(text)).join('\n')).toContain(expected)
  })

  it('may hold headings inside code', async () => {
    const pack = await load({ 'OUR-01.en.md': PROSE.replace('None.', '```md\n## Title\n```') })
    expect(findRule('OUR-01', [pack])?.rule.prose.bad.en).toContain('## Title')
  })

  it('must be there in both languages when the pack is published', async () => {
    expect(await problems({}, true)).toEqual(['ours/names.yaml:4:11 there is no OUR-01.fr.md.'])
  })

  it('belongs to a rule', async () => {
    expect(await problems({ 'OUR-02.en.md': PROSE })).toEqual([
      'ours/OUR-02.en.md no rule goes by this name. Did you mean "OUR-01"?',
    ])
  })
})

describe('the built-in packs', () => {
  it('are compiled as they are written', async () => {
    const { packs, patterns } = await compilePacks()
    expect(JSON.parse(packs)).toEqual(compiled)
    expect(JSON.parse(patterns)).toEqual(proven)
  })
})
