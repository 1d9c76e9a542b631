import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { UsageFailure } from '#data/model/failures.ts'
import type { AffiliationRecord, MembershipRecord, PersonRef, Record } from '#data/model/records.ts'
import { FRENCH_CALENDAR } from '#data/model/working-days.ts'
import { openForFigures, openStore, type Store } from '#data/store.ts'
import { registerOf } from './metrics/city.ts'
import { random } from './random.ts'
import { rollupsAndAnew, rollupsOf } from './rollup-rows.ts'
import {
  AT,
  batch,
  changeRequest,
  commit,
  folder,
  issue,
  LATER,
  oid,
  openForWriting,
  organisation,
  person,
  repository,
  SERVER,
  save,
} from './world.ts'

const files = folder()
afterAll(() => files.clear())

function peek(path: string, sql: string): unknown[] {
  const database = new Database(path, { readonly: true })
  const rows = database.prepare(sql).raw().all()
  database.close()
  return rows
}

async function world(name: string): Promise<{ readonly store: Store; readonly path: string }> {
  const path = files.path(name)
  const store = await openForWriting(path)
  await save(store, [organisation(), repository(1), repository(2), repository(3)])
  return { store, path }
}

/** Writes without the refresh that a command puts behind it. */
async function write(store: Store, records: readonly Record[], at = AT): Promise<void> {
  const run = await store.sink.startRun('invented/all', 'ville-inventee', at)
  await store.write(run, at, batch(records))
}

const members = (...persons: readonly number[]): MembershipRecord => ({
  ...{ type: 'membership', organisation: { server: SERVER, login: 'ville-inventee' } },
  members: persons.map((number) => ({ person: person(number), role: 'member' })),
})

const register = (lines: AffiliationRecord['lines']): AffiliationRecord => ({
  ...{ type: 'affiliation', register: 'affiliations.yaml', lines },
})

const GONE = { server: SERVER, kind: 'deleted', login: null } as const

describe('a change request as figures see it', () => {
  /** One column of what was worked out, by number of the change request. */
  async function measured(name: string, column: string, records: readonly Record[]): Promise<unknown[]> {
    const { store, path } = await world(`${name}.sqlite`)
    await save(store, records)
    store.close()
    const sql = `SELECT c.number, m.${column} FROM change_request_measure m JOIN change_request c ON c.id = m.change_request
      ORDER BY c.number`
    return peek(path, sql)
  }
  const merged = { state: 'merged', mergedAt: LATER, closedAt: LATER } as const

  it('waits in seconds and in working days; what was not read to the end is not settled', async () => {
    const friday = { createdAt: '2026-11-20T17:00:00Z', firstResponseAt: '2026-11-23T08:00:00Z' }
    const { firstResponseAt: _unread, ...unread } = changeRequest(3)
    const records = [changeRequest(1, { ...friday, firstResponder: person(50) }), changeRequest(2), unread]
    expect(await measured('seconds', 'response_seconds', records)).toEqual([
      [1, 63 * 3600],
      [2, null],
      [3, null],
    ])
    expect(await measured('days', 'response_working_days', records)).toEqual([
      [1, 15 / 24],
      [2, null],
      [3, null],
    ])
    expect(await measured('settled', 'response_settled', records)).toEqual([
      [1, 1],
      [2, 1],
      [3, 0],
    ])
  })

  it('ends in the month of its merge or its closure, as clocks in Greenwich have it', async () => {
    const endings = [
      changeRequest(1, { state: 'merged', mergedAt: '2026-10-31T23:59:59Z', closedAt: '2026-10-31T23:59:59Z' }),
      changeRequest(2, { state: 'closed', closedAt: '2026-11-01T00:00:00Z' }),
      changeRequest(3),
      // Opened again: what it was once closed at tells nothing.
      changeRequest(4, { isReopened: true, closedAt: '2026-10-01T00:00:00Z' }),
    ]
    expect(await measured('ended', 'ended_month', endings)).toEqual([
      [1, 202610],
      [2, 202611],
      [3, null],
      [4, null],
    ])
    expect(await measured('ending', 'ending', endings)).toEqual([
      [1, 'merged'],
      [2, 'unknown'],
      [3, 'open'],
      [4, 'open'],
    ])
  })

  it('is merged by a squash as by any other way, though its own commit is on no branch', async () => {
    const squashed = changeRequest(1, { ...merged, headOid: oid('never landed'), mergeOid: oid('squashed') })
    expect(await measured('squash', 'ending', [squashed, commit('squashed', { mentions: [1] })])).toEqual([
      [1, 'merged'],
    ])
  })

  it('was refused for what its labels say, else its closing phrase, else for what happened', async () => {
    const closed = { state: 'closed', closedAt: LATER, closedBy: 'maintainer' } as const
    const answered = { ...closed, firstResponseAt: LATER, firstResponder: person(50) }
    const labelled = (...labels: readonly string[]) => ({ labels: labels.map((label) => ({ label })) })
    const { firstResponseAt: _unread, ...unread } = changeRequest(8, closed)
    const records = [
      changeRequest(1, { ...answered, ...labelled('bug', 'Duplicate'), closingPhrase: 'not-generic' }),
      changeRequest(2, { ...answered, ...labelled('wontfix', 'status: rules', 'Règles'), closingPhrase: null }),
      changeRequest(3, { ...answered, ...labelled(), closingPhrase: 'not-generic' }),
      changeRequest(4, { ...closed, ...labelled('stale') }),
      changeRequest(5, { ...closed, ...labelled('bug') }),
      changeRequest(6, { ...answered, closedBy: 'author' }),
      changeRequest(7, { ...answered, closingPhrase: 'a phrase of another version' }),
      unread,
      changeRequest(9, { ...answered, ...labelled('duplicate'), headOid: oid('landed') }),
      changeRequest(10, labelled('duplicate')),
      commit('landed'),
    ]
    expect(await measured('reasons', 'reason', records)).toEqual([
      [1, 'duplicate'],
      [2, 'rules'],
      [3, 'too-specific'],
      [4, 'stale'],
      [5, 'unanswered'],
      [6, 'other'],
      [7, 'unknown'],
      [8, 'unknown'],
      // Taken over, or still open: no refusal.
      [9, null],
      [10, null],
    ])
  })

  it('is of translators when it changes bundles of texts and nothing else', async () => {
    const touching = (...paths: readonly string[]) => ({
      changedFileCount: paths.length,
      files: paths.map((path) => ({ path, additions: 1, deletions: 0 })),
    })
    const { files: _unknown, ...unknown } = changeRequest(4, { changedFileCount: 900 })
    const bundle = 'src/java/fr/ville/resources/greffon_messages'
    const records = [
      changeRequest(1, touching(`${bundle}_fr.properties`, `${bundle}_pt_BR.properties`)),
      changeRequest(2, touching(`${bundle}_fr.properties`, 'src/java/fr/ville/Page.java')),
      changeRequest(3, touching('webapp/WEB-INF/conf/greffon.properties')),
      unknown,
      changeRequest(5, touching()),
    ]
    expect(await measured('translation', 'is_translation', records)).toEqual([
      [1, 1],
      [2, 0],
      [3, 0],
      [4, null],
      [5, 0],
    ])
  })
})

describe('what somebody did in a month', () => {
  async function counted(name: string, records: readonly Record[]): Promise<unknown[]> {
    const { store, path } = await world(`${name}.sqlite`)
    await save(store, records)
    store.close()
    const sql = `SELECT m.month, COALESCE(p.login, p.kind), m.kind, m.person_group, m.contributions
      FROM contributor_month m JOIN person p ON p.id = m.person ORDER BY m.month, 2, m.kind, m.person_group`
    return peek(path, sql)
  }
  const answered = (by: PersonRef | null) => ({ firstResponseAt: '2026-10-02T10:00:00Z', firstResponder: by })

  it('tells responses and merges in their own months, and no merge of what one proposed', async () => {
    const merged = { state: 'merged', mergedAt: LATER, closedAt: LATER } as const
    const author = person(1)
    const rows = await counted('kinds', [
      changeRequest(1, { author, ...answered(person(2)), ...merged, mergedBy: person(2) }),
      changeRequest(2, { author, ...merged, mergedBy: author }),
      issue(1, { author, ...answered(person(2)) }),
    ])
    expect(rows).toEqual([
      [202609, 'someone-1', 'change-request', 'unknown', 2],
      [202609, 'someone-1', 'issue', 'unknown', 1],
      [202610, 'someone-2', 'response', 'unknown', 2],
      [202611, 'someone-1', 'merged', 'unknown', 2],
      [202611, 'someone-2', 'merge', 'unknown', 1],
    ])
  })

  it('counts those whose account is gone as one, who may merge what another of them proposed', async () => {
    const merged = { state: 'merged', mergedAt: LATER, closedAt: LATER, mergedBy: GONE } as const
    const rows = await counted('deleted', [changeRequest(1, { author: GONE, ...merged }), issue(1, { author: GONE })])
    expect(rows).toEqual([
      [202609, 'deleted', 'change-request', 'unknown', 1],
      [202609, 'deleted', 'issue', 'unknown', 1],
      [202611, 'deleted', 'merged', 'unknown', 1],
    ])
  })

  it('puts programs and release tools apart', async () => {
    const robot = person(7, { kind: 'bot' })
    const rows = await counted('bots', [
      changeRequest(1, { author: robot }),
      commit('a', { author: robot }),
      commit('b', { isReleaseTool: true }),
      commit('c'),
    ])
    expect(rows).toEqual([
      [202609, 'someone-100', 'commit', 'unknown', 1],
      [202609, 'someone-100', 'release-commit', 'unknown', 1],
      [202609, 'someone-7', 'change-request', 'bot', 1],
      [202609, 'someone-7', 'commit', 'bot', 1],
    ])
  })

  it('keeps commits of before 1970 and of days to come in the months that they say', async () => {
    const on = (committedAt: string) => ({ committedAt, authoredAt: committedAt })
    const rows = await counted('odd-dates', [
      commit('a', on('1969-12-31T23:59:59Z')),
      commit('b', on('2099-01-01T00:00:00Z')),
      commit('c', on('1970-01-01T00:00:00Z')),
    ])
    expect(rows.map((row) => (row as unknown[])[0])).toEqual([196912, 197001, 209901])
  })

  it('divides a month in which somebody joined', async () => {
    const { store, path } = await world('joined.sqlite')
    // Who is new at a later look joined by then; who was there at the first, before.
    await save(store, [members(1)], { at: '2026-08-01T00:00:00Z' })
    await save(store, [members(1, 2)], { at: '2026-09-15T00:00:00Z' })
    const by = (number: number, author: number, day: string) =>
      changeRequest(number, { author: person(author), createdAt: `2026-09-${day}T10:00:00Z` })
    await save(store, [by(1, 2, '14'), by(2, 2, '15'), by(3, 1, '01')])
    store.close()
    const sql = `SELECT p.login, m.person_group FROM contributor_month m JOIN person p ON p.id = m.person ORDER BY 1, 2`
    expect(peek(path, sql)).toEqual([
      ['someone-1', 'inside'],
      ['someone-2', 'inside'],
      ['someone-2', 'unknown'],
    ])
  })
})

describe('a refresh', () => {
  it('works out what was written since, and nothing the second time', async () => {
    const { store, path } = await world('twice.sqlite')
    await write(store, [changeRequest(1), issue(1, { of: 2 }), commit('a', { of: 3 })])
    expect(await store.areRollupsFresh()).toBe(false)
    expect(await store.refreshRollups()).toBe(3)
    const before = peek(path, 'PRAGMA data_version')
    expect(await store.refreshRollups()).toBe(0)
    expect(await store.areRollupsFresh()).toBe(true)
    await write(store, [changeRequest(1), issue(1, { of: 2 }), commit('a', { of: 3 })])
    expect(await store.refreshRollups()).toBe(0)
    expect(peek(path, 'PRAGMA data_version')).toEqual(before)
    store.close()
  })

  it('heals what a killed process left marked, as soon as figures are asked for', async () => {
    const { store, path } = await world('killed.sqlite')
    await write(store, [changeRequest(1)])
    // Nothing after the write: as if the process had been killed here.
    store.close()
    const asked = await openForFigures({ path })
    expect(await asked.areRollupsFresh()).toBe(true)
    asked.close()
    expect(peek(path, 'SELECT COUNT(*) FROM change_request_measure')).toEqual([[1]])
  })

  it('is refused, with what to do, by a store that is open for reading', async () => {
    const { store, path } = await world('reading.sqlite')
    await write(store, [changeRequest(1)])
    store.close()
    const reader = await openStore({ path, mode: 'read' })
    await expect(reader.refreshRollups()).rejects.toThrow(UsageFailure)
    reader.close()
  })

  it('works out all of it when the calendar is another', async () => {
    const { store, path } = await world('calendar.sqlite')
    const answered = { createdAt: '2026-11-10T08:00:00Z', firstResponseAt: '2026-11-12T08:00:00Z' }
    await save(store, [changeRequest(1, { ...answered, firstResponder: person(50) })])
    store.close()
    const days = 'SELECT response_working_days FROM change_request_measure'
    expect(peek(path, days)).toEqual([[1]])
    const calendar = { ...FRENCH_CALENDAR, holidays: 'none' } as const
    const asked = await openForFigures({ path, calendar })
    asked.close()
    expect(peek(path, days)).toEqual([[2]])
  })

  it('follows the erasure of a person within the same command', async () => {
    const { store, path } = await world('erased.sqlite')
    await save(store, [members(1, 2), changeRequest(1, { author: person(1) }), commit('a', { author: person(1) })])
    await store.erasePerson([person(1)], { at: LATER })
    const { kept, anew } = await rollupsAndAnew(store, { copy: files.path('erased-anew.sqlite') })
    store.close()
    expect(kept).toEqual(anew)
    expect(
      peek(path, 'SELECT DISTINCT p.is_anonymous FROM contributor_month m JOIN person p ON p.id = m.person'),
    ).toEqual([[1]])
    // No line is left of where they stood, either.
    expect(rollupsOf(path).standing_line).toHaveLength(1)
  })
})

describe('two who turn out to be one', () => {
  it('stand in all that either did where the address of one of them puts them', async () => {
    const { store, path } = await world('one.sqlite')
    const line = { affiliation: 'company', emailDomain: 'a.example', from: null, until: null } as const
    const signer = { server: SERVER, kind: 'person', emailHash: 'hash', emailDomain: 'a.example' } as const
    await save(store, [
      register([line]),
      changeRequest(1, { author: person(1) }),
      commit('a', { of: 2, author: signer }),
    ])
    const groups = 'SELECT repository, person_group FROM contributor_month ORDER BY repository'
    expect(peek(path, groups)).toEqual([
      [1, 'unknown'],
      [2, 'outside'],
    ])
    await save(store, [{ type: 'person', person: { ...person(1), ...signer } }])
    store.close()
    expect(peek(path, groups)).toEqual([
      [1, 'outside'],
      [2, 'outside'],
    ])
  })
})

describe('rollups that follow one write after another', () => {
  const mail = (number: number, domain: string): PersonRef => ({
    ...person(number),
    ...{ emailHash: `hash-${number}-${domain}`, emailDomain: domain },
  })
  const lines = (draw: () => number): AffiliationRecord['lines'] =>
    (['company', 'contractor', 'staff'] as const).flatMap((affiliation, index): AffiliationRecord['lines'] => {
      const from = draw() < 0.5 ? null : '2026-09-10T00:00:00Z'
      const more = { affiliation, from, until: null, component: draw() < 0.5 ? null : 'greffon-1' }
      if (draw() < 0.3) return []
      return draw() < 0.5
        ? [{ ...more, person: person(index + 1) }]
        : [{ ...more, emailDomain: draw() < 0.5 ? 'a.example' : 'b.example' }]
    })

  it.each([1, 2, 3])('are those of a database that is worked out from nothing (seed %i)', async (seed) => {
    const { store } = await world(`walk-${seed}.sqlite`)
    const some = random(seed)
    const draw = () => some(1000) / 1000
    const who = () => person(some(6))
    const day = () => `2026-09-${String(1 + some(28)).padStart(2, '0')}T10:00:00Z`
    const moves: readonly (() => Promise<unknown>)[] = [
      () => {
        const number = some(12)
        const state = (['open', 'merged', 'closed'] as const)[some(3)] ?? 'open'
        const ended = { mergedAt: state === 'merged' ? LATER : null, closedAt: state === 'open' ? null : LATER }
        const said = draw() < 0.5 ? { firstResponseAt: LATER, firstResponder: who() } : {}
        const of = 1 + some(3)
        return save(store, [
          changeRequest(number, { of, author: who(), createdAt: day(), state, ...ended, ...said, mergedBy: who() }),
        ])
      },
      () => save(store, [issue(some(6), { of: 1 + some(3), author: who(), createdAt: day() })]),
      () => save(store, [commit(`c${some(20)}`, { of: 1 + some(3), author: who(), mentions: [some(12)] })]),
      // Somebody without an account, who may turn out to be one who has: two become one.
      () =>
        save(store, [
          commit(`m${some(20)}`, { author: { ...mail(some(6), 'a.example'), hostId: undefined, login: null } }),
        ]),
      () => save(store, [{ type: 'person', person: mail(some(6), draw() < 0.5 ? 'a.example' : 'b.example') }]),
      () => save(store, [{ type: 'person', person: person(some(6), { kind: draw() < 0.7 ? 'person' : 'bot' }) }]),
      () => save(store, [members(...[0, 1, 2, 3, 4, 5].filter(() => draw() < 0.4))], { at: day() }),
      () => save(store, [register(lines(draw))]),
      () => save(store, [repository(1, { name: draw() < 0.5 ? 'greffon-1' : 'greffon-one' })]),
      // Another owner, another reader, a copy, a tracker elsewhere: other sets of repositories, and less that counts.
      () => {
        const owner = draw() < 0.7 ? 'ville-inventee' : 'bourg-invente'
        const readability = draw() < 0.7 ? 'anonymous' : 'restricted'
        return save(store, [repository(1 + some(3), { owner, readability, isFork: draw() < 0.2 })])
      },
      () => {
        const elsewhere = ['greffon-1', '*/greffon-2'].filter(() => draw() < 0.4)
        return save(store, [
          registerOf(
            'trackers',
            elsewhere.map((component) => ({ component, kind: 'mantis' })),
          ),
        ])
      },
      () => save(store, [], { gone: [{ type: 'repository', repository: { server: SERVER, hostId: '3' } }] }),
      () => {
        const gone = { repository: { server: SERVER, hostId: String(1 + some(3)) } }
        const number = some(12)
        return save(store, [], {
          gone: [
            { type: 'change-request', ...gone, hostId: `cr-${number}` },
            { type: 'issue', ...gone, hostId: `issue-${number}` },
            { type: 'commit', ...gone, oid: oid(`c${number}`) },
          ],
        })
      },
    ]
    for (let step = 0; step < 150; step += 1) {
      await moves[some(moves.length)]?.()
      if (step === 100) await store.erasePerson([person(5)], { at: LATER })
      if (step % 3 > 0) continue
      const { kept, anew } = await rollupsAndAnew(store, { copy: files.path(`walk-${seed}-anew.sqlite`) })
      expect(kept, `after step ${step}`).toEqual(anew)
    }
    store.close()
  })
})
