import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import type { AffiliationRecord, PersonRef, Record } from '#data/model/records.ts'
import type { Affiliation } from '#data/model/vocabulary.ts'
import { AT, changeRequest, folder, openForWriting, organisation, person, repository, SERVER, save } from './world.ts'

const files = folder()
afterAll(() => files.clear())

const DOMAIN = 'mairie.example'
const OPENED = '2026-09-01T10:00:00Z'

type Line = AffiliationRecord['lines'][number]
const line = (affiliation: Affiliation, more: Partial<Line>): Line => ({
  component: null,
  affiliation,
  from: null,
  until: null,
  ...more,
})
const login = (affiliation: Affiliation, more: Partial<Line> = {}) =>
  line(affiliation, { person: { server: SERVER, login: 'someone-9', kind: 'person' }, ...more })
const domain = (affiliation: Affiliation, more: Partial<Line> = {}) =>
  line(affiliation, { emailDomain: DOMAIN, ...more })

const somebody: PersonRef = { ...person(9), emailHash: 'a-hash', emailDomain: DOMAIN }
const robot: PersonRef = { ...somebody, kind: 'bot' }
const members: Record = {
  ...{ type: 'membership', organisation: { server: SERVER, login: 'ville-inventee' } },
  members: [{ person: person(9), role: 'member' }],
}

/** What wins, from the strongest to nothing known. */
const CASES: readonly {
  readonly name: string
  readonly author?: PersonRef
  readonly lines: readonly Line[]
  readonly isMember?: boolean
  readonly is: [string, string]
}[] = [
  { name: 'a program is a bot, whatever a register says', author: robot, lines: [login('staff')], is: ['bot', 'bot'] },
  {
    name: 'the same when a register names it by its number',
    author: robot,
    lines: [line('staff', { person: { server: SERVER, hostId: '9', kind: 'person' } })],
    is: ['bot', 'bot'],
  },
  {
    name: 'an account, over its domain and the member list',
    lines: [login('contractor'), domain('company')],
    isMember: true,
    is: ['contractor', 'contractor'],
  },
  {
    name: 'an account for this repository, over the same for all',
    lines: [login('company'), login('staff', { component: 'greffon-1' })],
    is: ['staff', 'inside'],
  },
  {
    name: 'the same by owner and name, in any case',
    lines: [login('company'), login('staff', { component: 'Ville-Inventee/Greffon-1' })],
    is: ['staff', 'inside'],
  },
  {
    name: 'not a line for another repository',
    lines: [login('staff', { component: 'greffon-2' })],
    is: ['unknown', 'unknown'],
  },
  {
    name: 'a domain, over the member list',
    lines: [domain('administration')],
    isMember: true,
    is: ['administration', 'outside'],
  },
  {
    name: 'a domain for this repository, over the same for all',
    lines: [domain('company'), domain('administration', { component: 'greffon-1' })],
    is: ['administration', 'outside'],
  },
  { name: 'the member list, when no register knows', lines: [], isMember: true, is: ['staff', 'inside'] },
  {
    name: 'the line that held on the day, not the one of today',
    lines: [login('company', { until: '2026-09-02T00:00:00Z' }), login('staff', { from: '2026-09-02T00:00:00Z' })],
    is: ['company', 'outside'],
  },
  {
    name: 'not a line that began later',
    lines: [login('staff', { from: '2026-09-02T00:00:00Z' })],
    is: ['unknown', 'unknown'],
  },
  {
    name: 'not a line that had ended',
    lines: [login('staff', { until: '2026-09-01T00:00:00Z' })],
    is: ['unknown', 'unknown'],
  },
  { name: 'somebody of their own', lines: [login('individual')], is: ['individual', 'outside'] },
  {
    name: 'what a register itself does not know is no outsider',
    lines: [login('unknown')],
    isMember: true,
    is: ['unknown', 'unknown'],
  },
  { name: 'nothing, when nobody knows', lines: [], is: ['unknown', 'unknown'] },
]

describe('where an author stood', () => {
  it.each(CASES)('$name', async ({ name, author = somebody, lines, isMember, is }) => {
    const path = files.path(`${CASES.findIndex((one) => one.name === name)}.sqlite`)
    const store = await openForWriting(path)
    const records: Record[] = [organisation(), repository(1), { type: 'person', person: author }]
    if (isMember) records.push(members)
    records.push({ type: 'affiliation', register: 'people.yaml', lines })
    await save(store, [...records, changeRequest(1, { author, createdAt: OPENED })], { at: AT })
    store.close()
    const database = new Database(path, { readonly: true })
    expect(database.prepare('SELECT affiliation, person_group FROM contribution_standing').raw().all()).toEqual([is])
    database.close()
  })
})
