import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { affiliations, parseAffiliations } from '#collectors/registers/affiliation.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { defineQuery } from '#data/queries/query.ts'
import { run, scratchStore } from './git-run.ts'
import { scratchFolder, write } from './git-scratch.ts'

const parse = (text: string) => parseAffiliations(text, { server: 'forge.example', file: 'people.yaml' })

/** Mistakes as `line:column message`. */
function mistakes(text: string): readonly string[] {
  try {
    parse(text)
  } catch (failure) {
    if (!(failure instanceof UsageFailure)) throw failure
    expect(failure.code).toBe('register-invalid')
    expect(failure.details.every(({ file }) => file === 'people.yaml')).toBe(true)
    return failure.details.map(({ line, column, message }) => `${line}:${column} ${message}`)
  }
  return []
}

describe('a register of affiliations', () => {
  it('says where accounts and domains stood, between the first and the last day', () => {
    const lines = parse(`
# kept by hand
- login: contributor-017
  affiliation: staff
- account: 4242
  affiliation: contractor
  from: 2025-01-01
  until: 2025-12-31
- domain: Example.org
  affiliation: administration
`)
    expect(lines).toEqual([
      {
        person: { server: 'forge.example', login: 'contributor-017', kind: 'person' },
        affiliation: 'staff',
        from: null,
        until: null,
      },
      {
        person: { server: 'forge.example', hostId: '4242', kind: 'person' },
        affiliation: 'contractor',
        from: '2025-01-01T00:00:00Z',
        until: '2026-01-01T00:00:00Z',
      },
      { emailDomain: 'example.org', affiliation: 'administration', from: null, until: null },
    ])
  })

  it.each(['', '# nobody yet\n', '[]'])('may be empty (%j)', (text) => {
    expect(parse(text)).toEqual([])
  })

  it('keeps logins that look like something else', () => {
    const logins = parse(
      '- login: 007\n  affiliation: staff\n- login: true\n  affiliation: staff\n- login: null-x\n  affiliation: staff',
    )
    expect(logins.map(({ person }) => person?.login)).toEqual(['007', 'true', 'null-x'])
  })

  it('may move somebody from one place to another', () => {
    const moved =
      '- login: c\n  affiliation: staff\n  until: 2025-06-30\n- login: c\n  affiliation: company\n  from: 2025-07-01\n'
    expect(parse(moved)).toHaveLength(2)
  })
})

describe('a register with mistakes in it', () => {
  it('tells them all at once, each with its place and the word that was meant', () => {
    const text = `- login: contributor-017
  affiliation: staf
- acount: 12
  affiliation: staff
- login: a
  domain: example.org
  affiliation: company
- domain: nowhere
  affiliation: chairwoman-of-everything
  from: 2025-02-30
`
    expect(mistakes(text)).toEqual([
      '2:16 "staf" is no affiliation; did you mean "staff"?',
      '3:3 unknown key "acount"; did you mean "account"?',
      '3:3 an entry has exactly one of login, account, domain; this one has none',
      '5:3 an entry has exactly one of login, account, domain; this one has login, domain',
      '9:16 "chairwoman-of-everything" is no affiliation: it is one of staff, contractor, administration, company, individual, bot, unknown',
      '10:9 "2025-02-30" is no day, such as 2026-03-31',
      '8:11 "nowhere" is no mail domain, such as example.org',
    ])
  })

  it.each([
    [
      'two entries at one time',
      '- login: c\n  affiliation: staff\n- login: C\n  affiliation: company\n',
      '3:3 another entry',
    ],
    [
      'an end before the beginning',
      '- login: c\n  affiliation: staff\n  from: 2026-01-02\n  until: 2026-01-01\n',
      '1:3 it ends',
    ],
    ['no affiliation', '- login: c\n', '1:3 affiliation is missing'],
    ['a key without a value', '- login:\n  affiliation: staff\n', '1:3 login has no value'],
    ['a name for a number', '- account: c\n  affiliation: staff\n', '1:12 "c" is no account number'],
    [
      'a mail address for a login',
      '- login: c@example.org\n  affiliation: staff\n',
      '1:10 "c@example.org" is no login',
    ],
    ['a map for a list', 'login: c\naffiliation: staff\n', '1:1 a register is a list'],
    ['a word for an entry', '- contributor-017\n', '1:3 an entry is made of'],
    ['a list for a value', '- login: [a, b]\n  affiliation: staff\n', '1:3 login has no value'],
    ['what is no YAML', '- login: "c\n', '2:1 '],
    ['a key twice', '- login: a\n  login: b\n  affiliation: staff\n', '2:3 '],
  ])('is refused for %s', (_, text, expected) => {
    expect(mistakes(text)[0]?.slice(0, expected.length)).toBe(expected)
  })
})

describe('collecting a register', () => {
  const lines = defineQuery({
    id: 'test/affiliations',
    title: 'Affiliations as stored',
    params: {},
    row: { register: 'text', affiliation: 'text', email_domain: 'text?', login: 'text?' },
    sql: `SELECT a.register, a.affiliation, a.email_domain, p.login FROM affiliation a LEFT JOIN person p ON p.id = a.person
      ORDER BY a.affiliation`,
  })

  it('replaces what it said before, and takes nothing of a file with a mistake', async () => {
    const folder = scratchFolder()
    const store = await scratchStore()
    const scope = {
      kind: 'register',
      register: 'affiliations',
      file: join(folder, 'people.yaml'),
      server: 'forge.example',
    } as const
    const collect = () => run({ collector: affiliations, store, scope })
    write(folder, {
      'people.yaml': '- login: c\n  affiliation: staff\n- domain: example.org\n  affiliation: company\n',
    })
    expect(await collect()).toMatchObject({ status: 'complete' })
    expect(await collect()).toMatchObject({ status: 'complete', written: 0 })
    write(folder, { 'people.yaml': '- domain: example.org\n  affiliation: administration\n' })
    await collect()
    const kept = [{ register: 'people.yaml', affiliation: 'administration', email_domain: 'example.org', login: null }]
    expect(await store.ask(lines, {})).toEqual(kept)
    write(folder, { 'people.yaml': '- domain: other.example\n  affiliation: staff\n- domain: x\n' })
    const refused = await collect()
    expect(refused.status).toBe('failed')
    expect(refused.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/people\.yaml:3:3: affiliation is missing/),
      expect.stringMatching(/people\.yaml:3:11: "x" is no mail domain/),
    ])
    expect(await store.ask(lines, {})).toEqual(kept)
  })

  it('says when the file is not there', async () => {
    const store = await scratchStore()
    const scope = {
      kind: 'register',
      register: 'affiliations',
      file: join(scratchFolder(), 'people.yaml'),
      server: 'forge.example',
    } as const
    const summary = await run({ collector: affiliations, store, scope })
    expect(summary).toMatchObject({
      status: 'failed',
      problems: [{ message: expect.stringContaining('does not exist') }],
    })
  })
})
