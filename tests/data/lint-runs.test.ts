import { afterAll, describe, expect, it } from 'vitest'
import type { LintReport, RuleOutcome } from '#data/model/lint.ts'
import { componentCatalogue } from '#data/queries/component-catalogue.ts'
import { lintFindings } from '#data/queries/lint-findings.ts'
import { lintOutcomes } from '#data/queries/lint-outcomes.ts'
import { lintPacks } from '#data/queries/lint-packs.ts'
import { lintProgress } from '#data/queries/lint-progress.ts'
import { lintSubjects } from '#data/queries/lint-subjects.ts'
import { AT, folder, LATER, oid, openForWriting, repository, save } from './world.ts'

const files = folder()
afterAll(files.clear)

const COMPONENT = { path: '', groupId: null, artifactId: 'plugin-invente', version: '1.0.0', title: null }
const ALL = { owner: '', name: '' }

function report(outcome: RuleOutcome, asOf = '2026-11-20'): LintReport {
  return {
    asOf,
    packs: [{ id: 'invented', digest: 'd' }],
    subjects: [
      {
        ...{ subject: 'ville-inventee/greffon-1', repository: 'ville-inventee/greffon-1', kind: 'plugin', line: 'v7' },
        ...{ coverage: 'complete', component: COMPONENT, outcomes: [outcome] },
      },
    ],
  }
}

const rule = { rule: 'pom/named', code: 'POM-99', pack: 'invented', severity: 'error' } as const
const held: RuleOutcome = { ...rule, outcome: 'pass', findings: [] }
const failed: RuleOutcome = {
  ...rule,
  outcome: 'fail',
  findings: [
    {
      ...{ rule: 'pom/named', code: 'POM-99', outcome: 'fail', severity: 'error', confidence: 'high' },
      ...{ messageId: 'other-name', args: { found: 'x', wanted: ['a', 'b'] }, fingerprint: 'f' },
      location: { path: 'pom.xml', line: 7, column: 3 },
      rate: { numerator: 1, denominator: 4, threshold: 0.5 },
      waiver: { reason: 'renaming', until: '2027-01-31', approvedBy: 'architects' },
    },
  ],
}

describe('what the linter said', () => {
  it('is kept with its findings, and answers by repository', async () => {
    const store = await openForWriting(files.path('kept.sqlite'))
    await save(store, [repository(1)])
    await store.saveLint(report(failed), { at: AT })
    expect(await store.ask(lintSubjects, {})).toMatchObject([{ kind: 'plugin', line: 'v7', as_of: '2026-11-20' }])
    expect(await store.ask(lintPacks, {})).toEqual([{ pack: 'invented', digest: 'd', as_of: '2026-11-20' }])
    expect(await store.ask(lintOutcomes, { owner: 'Ville-Inventee', name: 'greffon-1' })).toMatchObject([
      { code: 'POM-99', outcome: 'fail', findings: 1, open_findings: 0, waived_until: '2027-01-31' },
    ])
    expect(await store.ask(lintFindings, ALL)).toMatchObject([
      {
        ...{ message_id: 'other-name', args: '{"found":"x","wanted":["a","b"]}', path: 'pom.xml', line: 7 },
        ...{ column_number: 3, rate_numerator: 1, rate_denominator: 4, rate_threshold: 0.5 },
      },
    ])
    expect(await store.ask(componentCatalogue, { kind: '' })).toMatchObject([
      { repository: 'greffon-1', artifact_id: 'plugin-invente', kind: 'plugin', line: 'v7', version: '1.0.0' },
    ])
    store.close()
  })

  it('is only confirmed when said again, and superseded when something else is said', async () => {
    const store = await openForWriting(files.path('history.sqlite'))
    await save(store, [repository(1)])
    await store.saveLint(report(held), { at: AT })
    await store.saveLint(report(held, '2026-11-21'), { at: LATER })
    expect(await store.ask(lintSubjects, {})).toMatchObject([{ as_of: '2026-11-21' }])
    await store.saveLint(report(failed, '2026-11-22'), { at: LATER })
    expect(await store.ask(lintOutcomes, ALL)).toMatchObject([{ outcome: 'fail' }])
    store.close()
  })

  it('stands for packs that were not asked, and goes for those that are no longer', async () => {
    const store = await openForWriting(files.path('packs.sqlite'))
    await save(store, [repository(1)])
    await store.saveLint(report(failed), { at: '2026-11-01T08:00:00Z' })
    const other: RuleOutcome = { ...held, rule: 'other/named', code: 'OTH-01', pack: 'other' }
    const asked = (outcome: RuleOutcome): LintReport => {
      const [subject] = report(outcome).subjects
      if (subject === undefined) throw new Error('no subject')
      const told = { ...subject, kind: 'other', line: null, component: null } as const
      return { asOf: '2026-11-20', packs: [{ id: 'other', digest: 'e' }], subjects: [told] }
    }
    const outcomes = async () => (await store.ask(lintOutcomes, ALL)).map(({ code, outcome }) => `${code} ${outcome}`)
    await store.saveLint(asked(other), { at: '2026-11-02T08:00:00Z', isPart: true })
    await store.saveLint(asked(other), { at: '2026-11-03T08:00:00Z', isPart: true })
    expect((await outcomes()).sort()).toEqual(['OTH-01 pass', 'POM-99 fail'])
    expect(await store.ask(lintFindings, ALL)).toMatchObject([{ rule: 'pom/named', path: 'pom.xml' }])
    expect(await store.ask(componentCatalogue, { kind: '' })).toMatchObject([{ kind: 'plugin', line: 'v7' }])
    await store.saveLint(asked({ ...other, outcome: 'unknown' }), { at: '2026-11-04T08:00:00Z', isPart: true })
    expect((await outcomes()).sort()).toEqual(['OTH-01 unknown', 'POM-99 fail'])
    await store.saveLint(report(held), { at: '2026-11-05T08:00:00Z' })
    expect(await outcomes()).toEqual(['POM-99 pass'])
    store.close()
  })

  it('is compared between two instants: what came, what went, what stands', async () => {
    const store = await openForWriting(files.path('progress.sqlite'))
    await save(store, [repository(1)])
    const open = { ...failed, findings: failed.findings.map(({ waiver: _waiver, ...finding }) => finding) }
    await store.saveLint(report(held), { at: '2026-11-01T08:00:00Z' })
    await store.saveLint(report(open), { at: '2026-11-02T08:00:00Z' })
    await store.saveLint(report(failed), { at: '2026-11-03T08:00:00Z' })
    const between = (from: number, to: number) =>
      store.ask(lintProgress, { owner: '', from: `2026-11-0${from}T09:00:00Z`, to: `2026-11-0${to}T09:00:00Z` })
    expect(await between(1, 2)).toMatchObject([{ code: 'POM-99', added: 1, mended: 0, standing: 1 }])
    expect(await between(2, 2)).toMatchObject([{ added: 0, mended: 0, standing: 1 }])
    // A waiver is no longer open work.
    expect(await between(2, 3)).toMatchObject([{ added: 0, mended: 1, standing: 0 }])
    expect(await between(1, 3)).toEqual([])
    expect(await store.ask(lintProgress, { owner: 'other', from: '2026-11-01', to: '2026-11-04' })).toEqual([])
    store.close()
  })

  it('does not count as worse what could not be checked before', async () => {
    const store = await openForWriting(files.path('unchecked.sqlite'))
    await save(store, [repository(1)])
    const open = { ...failed, findings: failed.findings.map(({ waiver: _waiver, ...finding }) => finding) }
    await store.saveLint(report({ ...rule, outcome: 'unknown', findings: [] }), { at: '2026-11-01T08:00:00Z' })
    await store.saveLint(report(open), { at: '2026-11-02T08:00:00Z' })
    const asked = { owner: '', from: '2026-11-01T09:00:00Z', to: '2026-11-02T09:00:00Z' }
    expect(await store.ask(lintProgress, asked)).toEqual([])
    store.close()
  })

  it('is kept of a subject that is not in the database, and shown of no repository', async () => {
    const store = await openForWriting(files.path('stranger.sqlite'))
    await store.saveLint(report(held), { at: AT })
    expect(await store.ask(lintSubjects, {})).toEqual([])
    store.close()
  })
})

describe('facts', () => {
  it('are kept by content, extractor, version and options', async () => {
    const store = await openForWriting(files.path('facts.sqlite'))
    const key = { oid: oid('pom'), extractor: 'pom', version: 1, optionsDigest: '' }
    const fact = { ok: true, fact: { artifactId: 'plugin-x', modules: [] } }
    await store.facts.put([
      { key, fact },
      { key: { ...key, optionsDigest: 'o' }, fact: null },
    ])
    await store.facts.put([{ key, fact }])
    const keys = [key, { ...key, version: 2 }, { ...key, optionsDigest: 'o' }]
    expect(await store.facts.get(keys)).toEqual([fact, undefined, null])
    store.close()
  })
})
