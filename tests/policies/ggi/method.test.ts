import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { UsageFailure } from '#data/model/failures.ts'
import { EVIDENCE_QUERIES } from '#data/queries/ggi/registry.ts'
import { loadMethod } from '#policies/ggi/load-method.ts'
import { currentPointId } from '#policies/ggi/method.ts'
import { governanceMethod } from '#policies/ggi/registry.ts'
import { listRules } from '#policies/registry.ts'

const method = governanceMethod()
const points = method.activities.flatMap((activity) => activity.points.map((point) => ({ activity, point })))
const folder = new URL('../../../policies/packs/ggi/', import.meta.url)

function files(change: (name: string, text: string) => string = (_name, text) => text) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: `ggi/${name}`, text: change(name, readFileSync(new URL(name, folder), 'utf8')) }))
}

describe('the method', () => {
  it('has five goals of five activities, with 109 points in all', () => {
    expect(method.goals.map(({ id }) => id)).toEqual(['usage', 'trust', 'culture', 'engagement', 'strategy'])
    for (const { id } of method.goals) expect(method.activities.filter(({ goal }) => goal === id)).toHaveLength(5)
    const counted = Object.fromEntries(method.activities.map(({ id, points }) => [id.slice(-2), points.length]))
    expect(counted).toEqual({
      ...{ 17: 5, 18: 4, 19: 7, 20: 4, 42: 5, 21: 9, 22: 4, 23: 4, 24: 3, 44: 4, 25: 4, 26: 4, 27: 4, 28: 5, 39: 2 },
      ...{ 29: 8, 30: 6, 31: 4, 33: 3, 43: 4, 16: 2, 34: 5, 35: 3, 36: 3, 37: 3 },
    })
    expect(points).toHaveLength(109)
    expect(method.activities.flatMap(({ figures }) => figures.map(({ id }) => id))).toEqual(['KPI1', 'KPI2'])
  })

  it('leads from each activity to the next ones, in circles', () => {
    const edges = method.activities.flatMap(({ id, next }) => next.map((to) => `${id.slice(-2)}-${to.slice(-2)}`))
    expect(edges).toHaveLength(35)
    expect(edges).toEqual(expect.arrayContaining(['26-39', '39-25', '25-44', '44-26']))
  })

  it('says everything in both languages', () => {
    const texts = [
      ...[method.handbook.attribution, ...method.goals.map(({ title }) => title)],
      ...method.activities.map(({ title }) => title),
      ...points.map(({ point }) => point.asks),
      ...method.evidence.flatMap(({ title, measures }) => [title, measures]),
    ]
    for (const { fr, en } of texts) {
      expect(fr.trim()).not.toBe('')
      expect(en.trim()).not.toBe('')
    }
    const asked = points.flatMap(({ point }) => [point.asks.fr, point.asks.en])
    expect(new Set(asked).size).toBe(asked.length)
  })

  it('binds every point that is not declared to evidence, and every evidence to rules and questions that exist', () => {
    const known = method.evidence.map(({ id }) => id)
    for (const { activity, point } of points) {
      const name = `${activity.id}.${point.id}`
      if (point.kind === 'declared') expect(point.evidence, name).toEqual([])
      else expect(point.evidence, name).not.toEqual([])
      for (const one of point.evidence) expect(known, name).toContain(one)
    }
    const codes = listRules().map(({ rule }) => rule.code)
    const queries = EVIDENCE_QUERIES.map(({ id }) => id)
    for (const { id, how } of method.evidence) {
      if (how.kind === 'query') expect(queries, id).toContain(how.query)
      else for (const code of how.rules) expect(codes, id).toContain(code)
    }
    const asked = method.evidence.flatMap(({ how }) => (how.kind === 'query' ? [how.query] : []))
    expect(new Set(asked)).toEqual(new Set(queries))
  })

  it('is named by rules of packs for points that it has', () => {
    const ids = new Set(points.map(({ activity, point }) => `${activity.id}.${point.id}`))
    const strangers = listRules().flatMap(({ rule }) =>
      rule.ggi.filter((id) => !ids.has(id)).map((id) => `${rule.code} ${id}`),
    )
    expect(strangers).toEqual([])
  })

  it('reads ids of the handbook before by what is asked today', () => {
    const read = (id: string) => currentPointId(id, { handbook: '1.2', method })
    expect(read('GGI-A-21.P2')).toBeUndefined()
    expect(read('GGI-A-21.P10')).toBe('GGI-A-21.P9')
    expect(read('GGI-A-25.P1')).toBe('GGI-A-25.P1')
    expect(currentPointId('GGI-A-21.P2', { handbook: '1.3', method })).toBe('GGI-A-21.P2')
  })
})

describe('the loader of a method', () => {
  it('makes what is compiled from the files', async () => {
    expect(await loadMethod(files())).toEqual(method)
  })

  it.each([
    ['culture.yaml', 'next: [GGI-A-42, GGI-A-44]', 'next: [GGI-A-40, GGI-A-44]', 'no activity "GGI-A-40"'],
    ['culture.yaml', 'evidence: [lint.packs]', 'evidence: [lint.pack]', 'Did you mean "lint.packs"?'],
    ['culture.yaml', '        evidence: [lint.packs]\n', '', 'a measured point needs evidence'],
    ['culture.yaml', '- id: P2\n        kind: measured', '- id: P5\n        kind: measured', 'expected P2'],
    ['culture.yaml', 'roles: [team-leader, developer]', 'roles: [team-leade, developer]', '"team-leader"?'],
    ['evidence.yaml', 'spc: [publish', 'spcc: [publish', 'no framework "spcc"'],
    ['evidence.yaml', 'how: { query: ggi/license-files }', 'how: { query: license-files }', 'a query on governance'],
    ['method.yaml', 'published: "2025-12"', 'published: soon', 'a month'],
  ])('names the line in %s when %j reads %j', async (name, from, to, message) => {
    const broken = files((file, text) => {
      if (file !== name) return text
      expect(text).toContain(from)
      return text.replace(from, to)
    })
    const failure = await loadMethod(broken).catch((error: unknown) => error)
    if (!(failure instanceof UsageFailure)) throw new Error('it was read')
    const detail = failure.details.find((one) => one.message.includes(message))
    expect(detail, JSON.stringify(failure.details)).toMatchObject({ file: `ggi/${name}` })
    expect(detail?.line).toBeGreaterThan(0)
  })

  it('says which file is not there', async () => {
    const failure = loadMethod(files().filter(({ path }) => path !== 'ggi/evidence.yaml'))
    await expect(failure).rejects.toMatchObject({ details: [{ message: 'there is no evidence.yaml.' }] })
  })
})
