import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keptRegisters } from '#collectors/registers/kept.ts'
import { defineQuery } from '#data/queries/query.ts'
import { run, scratchStore } from '../git-run.ts'
import { scratchFolder, write } from '../git-scratch.ts'

const trackers = defineQuery({
  id: 'test/trackers',
  title: 'Trackers as the view gives them',
  params: {},
  row: { component: 'text', kind: 'text', since: 'text?' },
  sql: 'SELECT component, kind, since FROM register_trackers ORDER BY component',
})

describe('collecting a register', () => {
  it('keeps its lines, writes nothing when they are the same, and forgets those that were taken out', async () => {
    const folder = scratchFolder()
    const store = await scratchStore()
    const scope = { kind: 'register', register: 'trackers', file: join(folder, 'trackers.csv'), server: 'x' } as const
    const collector = keptRegisters.find(({ id }) => id === 'registers/trackers')
    if (collector === undefined) throw new Error('there is no collector of trackers')
    const collect = () => run({ collector, store, scope })

    write(folder, { 'trackers.csv': 'component;kind;since\nville/*;jira;01/02/2024\nville/forum;host;\n' })
    expect(await collect()).toMatchObject({ status: 'complete', written: 2 })
    expect(await collect()).toMatchObject({ status: 'complete', written: 0, unchanged: 1 })
    expect(await store.ask(trackers, {})).toEqual([
      { component: 'ville/*', kind: 'jira', since: '2024-02-01' },
      { component: 'ville/forum', kind: 'host', since: null },
    ])

    write(folder, { 'trackers.csv': 'component;kind;since\nville/forum;gitlab;\n' })
    await collect()
    expect(await store.ask(trackers, {})).toEqual([{ component: 'ville/forum', kind: 'gitlab', since: null }])
  })

  it('takes the other lines of a file with a mistake, ends partial, and is whole again once it is mended', async () => {
    const folder = scratchFolder()
    const store = await scratchStore()
    const scope = { kind: 'register', register: 'trackers', file: join(folder, 't.csv'), server: 'x' } as const
    const collector = keptRegisters.find(({ id }) => id === 'registers/trackers')
    if (collector === undefined) throw new Error('there is no collector of trackers')
    write(folder, { 't.csv': 'component;kind\nville/a;jira\nville/b;hots\n' })
    const broken = await run({ collector, store, scope })
    expect(broken).toMatchObject({
      status: 'partial',
      problems: [{ message: expect.stringContaining('t.csv:3:2: kind:') }],
    })
    expect(await store.ask(trackers, {})).toMatchObject([{ component: 'ville/a' }])

    write(folder, { 't.csv': 'component;kind\nville/a;jira\nville/b;host\n' })
    expect(await run({ collector, store, scope })).toMatchObject({ status: 'complete', problems: [] })
    expect(await store.ask(trackers, {})).toHaveLength(2)
  })

  it('keeps what it knew when not a single line is good, and says every place', async () => {
    const folder = scratchFolder()
    const store = await scratchStore()
    const scope = { kind: 'register', register: 'trackers', file: join(folder, 't.yaml'), server: 'x' } as const
    const collector = keptRegisters.find(({ id }) => id === 'registers/trackers')
    if (collector === undefined) throw new Error('there is no collector of trackers')
    write(folder, { 't.yaml': '- component: ville/a\n  kind: hots\n- kind: jira\n' })
    const summary = await run({ collector, store, scope })
    expect(summary.status).toBe('failed')
    expect(summary.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('t.yaml:2:9: kind: expected one of host,'),
      expect.stringContaining('t.yaml:3:3: "component" is missing'),
    ])
    expect(await store.ask(trackers, {})).toEqual([])
  })
})
