import { describe, expect, it } from 'vitest'
import { differenceOf, isSame } from '#data/publication/difference.ts'
import type { Measured } from '#data/publication/measured.ts'
import { logAfter, type Publication } from '#data/publication/publication.ts'
import { alarmsOf, loosened, STOP_RULES } from '#data/publication/stop.ts'

const MEASURED: Measured = {
  asOf: '2026-11-01',
  coverage: { tree: 1, issues: 0.97 },
  figures: { components: 100, outside: 10 },
  series: { commits: 400 },
  names: { component: ['h/a/one', 'h/a/two'] },
  tables: { repository: ['name', 'url'] },
}
const PAGES = { 'fr/': { title: 'Accueil', findings: ['10 de dehors'], digest: 'a' } }
const LAST: Publication = {
  schemaVersion: 1,
  measured: MEASURED,
  pages: PAGES,
  log: [{ on: '2026-11-01', isFirst: true }],
}
const changed = (more: Partial<Measured>): Measured => ({ ...MEASURED, asOf: '2026-12-01', ...more })
const alarms = (more: Partial<Measured>) => alarmsOf(changed(more), MEASURED, STOP_RULES)

describe('a publication stops', () => {
  it('when less than 95 % was read, and not again until it falls further', () => {
    expect(alarms({ coverage: { tree: 0.95, issues: 1 } })).toEqual([])
    const low = { coverage: { tree: 0.94, issues: 1 } }
    expect(alarms(low)).toEqual([{ kind: 'coverage', id: 'tree', before: 1, after: 0.94 }])
    expect(alarmsOf(changed(low), changed(low), STOP_RULES)).toEqual([])
    expect(alarmsOf(changed({ coverage: { tree: 0.9, issues: 1 } }), changed(low), STOP_RULES)).toHaveLength(1)
  })

  it('when a stream that was read is read no more, and not for one that nobody ever read', () => {
    expect(alarms({ coverage: { tree: 1 } })).toEqual([{ kind: 'coverage', id: 'issues', before: 0.97, after: 0 }])
    expect(alarmsOf(changed({ coverage: {} }), changed({ coverage: {} }), STOP_RULES)).toEqual([])
  })

  it('when a figure moves by more than 30 %, up or down, and not at 30', () => {
    expect(alarms({ figures: { components: 130, outside: 7 } })).toEqual([])
    expect(alarms({ figures: { components: 131, outside: 6.9 } }).map(({ id, kind }) => [id, kind])).toEqual([
      ['components', 'moved'],
      ['outside', 'moved'],
    ])
  })

  it('when a figure or a series turns to nought; what is hidden or not known now is no nought', () => {
    expect(alarms({ figures: { components: 0 }, series: { commits: 0 } }).map(({ id, kind }) => [id, kind])).toEqual([
      ['components', 'zero'],
      ['commits', 'zero'],
    ])
    expect(alarms({ figures: {}, series: {} })).toEqual([])
  })

  it('the first time for coverage alone, since there is nothing to compare with', () => {
    expect(alarmsOf(changed({ figures: { components: 1 } }), undefined, STOP_RULES)).toEqual([])
    expect(alarmsOf(changed({ coverage: { tree: 0.5 } }), undefined, STOP_RULES)).toEqual([
      { kind: 'coverage', id: 'tree', before: null, after: 0.5 },
    ])
  })

  it('by the thresholds of the city, and names those that are looser than ours', () => {
    const loose = { coverage: 50, change: 80, zero: false }
    const now = changed({ coverage: { tree: 0.6, issues: 0.6 }, figures: { components: 170 }, series: { commits: 0 } })
    expect(alarmsOf(now, MEASURED, loose)).toEqual([])
    expect(loosened(loose)).toEqual(['coverage', 'change', 'zero'])
    expect(loosened({ coverage: 99, change: 10, zero: true })).toEqual([])
  })
})

describe('the public log', () => {
  it('begins with the first publication, and stays as it is when nothing is to be said', () => {
    expect(logAfter({ last: undefined, measured: MEASURED, accepted: undefined })).toEqual(LAST.log)
    expect(logAfter({ last: LAST, measured: changed({ figures: {} }), accepted: undefined })).toBe(LAST.log)
  })

  it('tells tables and columns that came or went, and what was accepted', () => {
    const tables = { repository: ['name', 'owner'], component: ['name', 'kind'] }
    const accepted = { reason: 'Deux organisations de plus', alarms: [] }
    expect(logAfter({ last: LAST, measured: changed({ tables }), accepted }).at(-1)).toEqual({
      on: '2026-12-01',
      came: ['repository.owner', 'component'],
      gone: ['repository.url'],
      accepted,
    })
  })
})

describe('the difference between two publications', () => {
  it('is none between equal ones, whatever the day', () => {
    expect(isSame(differenceOf(LAST, { measured: changed({}), pages: PAGES }))).toBe(true)
  })

  it('names pages, names, figures, sentences and columns that changed', () => {
    const after = {
      measured: changed({
        figures: { components: 101, new: 3 },
        names: { component: ['h/a/two', 'h/a/three'] },
        tables: { repository: ['name'] },
      }),
      pages: {
        'fr/': { title: 'Accueil', findings: ['11 de dehors'], digest: 'b' },
        'fr/agenda/': { title: 'Agenda', findings: [], digest: 'c' },
      },
    }
    expect(differenceOf(LAST, after)).toEqual({
      asOf: { before: '2026-11-01', after: '2026-12-01' },
      pages: { came: ['fr/agenda/'], gone: [], changed: ['fr/'] },
      names: [{ kind: 'component', came: ['h/a/three'], gone: ['h/a/one'] }],
      figures: [
        { id: 'components', before: 100, after: 101 },
        { id: 'new', before: null, after: 3 },
        { id: 'outside', before: 10, after: null },
      ],
      series: [],
      texts: [{ id: 'fr/', before: '10 de dehors', after: '11 de dehors' }],
      columns: { came: [], gone: ['repository.url'] },
    })
  })
})
