import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { affiliations } from '#collectors/registers/affiliation.ts'
import { UsageFailure } from '#data/model/failures.ts'
import type { AffiliationRecord } from '#data/model/records.ts'
import { defineQuery } from '#data/queries/query.ts'
import { run, scratchStore } from './git-run.ts'
import { scratchFolder, write } from './git-scratch.ts'

/** What a register of these contents says. */
async function parse(text: string | Buffer, name = 'people.yaml'): Promise<AffiliationRecord['lines']> {
  const folder = scratchFolder()
  write(folder, { [name]: text.toString() })
  const scope = {
    kind: 'register',
    register: 'affiliations',
    file: join(folder, name),
    server: 'forge.example',
  } as const
  const context = { now: () => '2026-11-01T08:00:00Z' } as Parameters<typeof affiliations.fetch>[1]
  for await (const { items } of affiliations.fetch(scope, context)) return (items[0] as AffiliationRecord).lines
  return []
}

/** Mistakes as `line:column message`. */
async function mistakes(text: string, name?: string): Promise<readonly string[]> {
  const failure = await parse(text, name).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (failure === undefined) return []
  if (!(failure instanceof UsageFailure)) throw failure
  expect(failure.code).toBe('register-invalid')
  return failure.details.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

const staff = { component: null, affiliation: 'staff', from: null, until: null }

describe('a register of affiliations', () => {
  it('says where accounts and domains stood, between the first and the last day, for all or for one repository', async () => {
    expect(
      await parse(`
# kept by hand
- login: contributor-017
  affiliation: staff
- account: 4242
  affiliation: contractor
  component: city/tramway
  from: 2025-01-01
  until: 2025-12-31
- domain: Example.org
  affiliation: administration
`),
    ).toEqual([
      { ...staff, person: { server: 'forge.example', login: 'contributor-017', kind: 'person' } },
      {
        person: { server: 'forge.example', hostId: '4242', kind: 'person' },
        component: 'city/tramway',
        affiliation: 'contractor',
        from: '2025-01-01T00:00:00Z',
        until: '2026-01-01T00:00:00Z',
      },
      { ...staff, emailDomain: 'example.org', affiliation: 'administration' },
    ])
  })

  it('may be the CSV that a French spreadsheet writes: a mark, semicolons, days the French way', async () => {
    const csv =
      '\uFEFFlogin;domain;affiliation;from;until\r\ncontributor-017;;staff;01/02/2025;\r\n;example.org;company;;31/12/2025\r\n'
    expect(await parse(csv, 'people.csv')).toEqual([
      {
        ...staff,
        person: { server: 'forge.example', login: 'contributor-017', kind: 'person' },
        from: '2025-02-01T00:00:00Z',
      },
      { ...staff, emailDomain: 'example.org', affiliation: 'company', until: '2026-01-01T00:00:00Z' },
    ])
    expect(await mistakes('login;affiliation\na;staff\nb;stafff\n', 'people.csv')).toEqual([
      expect.stringMatching(/^3:2 affiliation: expected one of .* Did you mean "staff"\?/),
    ])
  })

  it.each(['', '# nobody yet\n', '[]'])('may be empty (%j)', async (text) => {
    expect(await parse(text)).toEqual([])
  })

  it('keeps logins that look like something else', async () => {
    const text = ['007', 'true', 'null-x'].map((login) => `- login: ${login}\n  affiliation: staff\n`).join('')
    expect((await parse(text)).map(({ person }) => person?.login)).toEqual(['007', 'true', 'null-x'])
  })

  it('may say two things of somebody, one after the other, or one of them for one repository alone', async () => {
    const after =
      '- login: c\n  affiliation: staff\n  until: 2025-06-30\n- login: c\n  affiliation: company\n  from: 2025-07-01\n'
    expect(await parse(after)).toHaveLength(2)
    const beside = '- login: c\n  affiliation: staff\n- login: c\n  affiliation: company\n  component: tramway\n'
    expect(await parse(beside)).toHaveLength(2)
  })

  it('tells every mistake at once, with its place and the word that was meant', async () => {
    const text =
      '- login: a\n  affiliation: staf\n- logn: b\n  affiliation: staff\n- login: c\n  affiliation: staff\n  from: 2025-02-30\n'
    expect(await mistakes(text)).toEqual([
      expect.stringMatching(/^2:16 affiliation: expected one of .*Did you mean "staff"/),
      expect.stringMatching(/^3:\d+ unknown key "logn". Did you mean "login"/),
      expect.stringMatching(/^7:9 from: expected a day/),
    ])
  })

  it.each([
    ['two lines at once', '- login: c\n  affiliation: staff\n- login: C\n  affiliation: company\n', '3:3 '],
    [
      'an overlap of a day',
      '- login: c\n  affiliation: staff\n  until: 2025-06-30\n- login: c\n  affiliation: company\n  from: 2025-06-30\n',
      '4:3 holds on the same days as line 1',
    ],
    [
      'an end before its beginning',
      '- login: c\n  affiliation: staff\n  from: 2026-01-02\n  until: 2026-01-01\n',
      '4:10 until: it ends (2026-01-01) before',
    ],
    ['nobody', '- affiliation: staff\n', '1:16 affiliation: a line has exactly one of'],
    [
      'two subjects',
      '- login: c\n  domain: example.org\n  affiliation: staff\n',
      '2:11 domain: a line has exactly one of',
    ],
    ['no affiliation', '- login: c\n', '1:3 "affiliation" is missing'],
    ['a name for a number', '- account: c\n  affiliation: staff\n', '1:12 account: "c" is no account number'],
    [
      'an address for a login',
      '- login: c@example.org\n  affiliation: staff\n',
      '1:10 login: "c@example.org" is no login',
    ],
    ['a word for a domain', '- domain: x\n  affiliation: staff\n', '1:11 domain: "x" is no mail domain'],
    ['a map for a list', 'login: c\naffiliation: staff\n', '1:1 a register is a list'],
    ['a key twice', '- login: a\n  login: b\n  affiliation: staff\n', '2:3 '],
  ])('is refused for %s', async (_, text, expected) => {
    expect((await mistakes(text))[0]?.slice(0, expected.length)).toBe(expected)
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
    write(folder, {
      'people.yaml': '- domain: other.example\n  affiliation: staff\n- domain: x\n  affiliation: staff\n',
    })
    const refused = await collect()
    expect(refused.status).toBe('failed')
    expect(refused.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/people\.yaml:3:11: domain: "x" is no mail domain/),
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
