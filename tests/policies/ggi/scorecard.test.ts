import { describe, expect, it } from 'vitest'
import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import { looksLikePerson } from '#data/model/roles.ts'
import { editScorecard } from '#policies/ggi/edit-scorecard.ts'
import { governanceMethod } from '#policies/ggi/registry.ts'
import { readScorecard } from '#policies/ggi/scorecard.ts'

const GOOD = `activity: GGI-A-21
handbook: "1.3"
iteration: first
state: in-progress
owner: Legal team
started: 2026-01-05
due: 2026-06-30
objectives:
  - text: Ask the legal team
    due: 2026-03-01
declared:
  P3:
    value: met
    by: Legal team
    at: 2026-02-01
    until: 2027-02-01
`

async function problemsOf(text: string): Promise<readonly UsageDetail[]> {
  try {
    await readScorecard('ggi/card.yaml', text, governanceMethod())
  } catch (error) {
    if (error instanceof UsageFailure) return error.details
    throw error
  }
  return []
}

/** What is exchanged in the good file, and the line, the column and the words of the complaint. */
const BROKEN: readonly [from: string, to: string, line: number, column: number, message: string][] = [
  ['activity: GGI-A-21', 'activity: GGI-A-38', 1, 11, 'the handbook has no activity "GGI-A-38". Did you mean'],
  ['activity: GGI-A-21', 'activity: 21', 1, 11, 'expected the id of an activity'],
  ['activity: GGI-A-21\n', '', 1, 1, '"activity" is missing'],
  ['activity: GGI', 'actvity: GGI', 1, 1, 'unknown key "actvity". Did you mean "activity"?'],
  ['handbook: "1.3"', 'handbook: 1.3', 2, 11, 'expected the version of the handbook, in quotes'],
  ['handbook: "1.3"', 'handbook: "2.0"', 2, 11, 'this version knows the handbooks 1.3, 1.2'],
  ['handbook: "1.3"\n', '', 1, 1, '"handbook" is missing'],
  ['iteration: first', 'iteration: 1', 3, 12, 'expected the name of an iteration'],
  ['state: in-progress', 'state: in-progres', 4, 8, 'Did you mean "in-progress"?'],
  ['state: in-progress', 'state: 3', 4, 8, 'expected one of not-selected'],
  ['state: in-progress\n', '', 1, 1, '"state" is missing'],
  ['owner: Legal team\n', '', 4, 8, 'needs an owner: a role or a team'],
  ['owner: Legal team', 'owner: []', 5, 8, 'expected a role or a team, never a person'],
  ['owner:', 'ownr:', 5, 1, 'unknown key "ownr". Did you mean "owner"?'],
  ['started: 2026-01-05', 'started: 05/01/2026', 6, 10, 'expected a day, YYYY-MM-DD'],
  ['started: 2026-01-05', 'started: 2026-02-30', 6, 10, 'the calendar has no 2026-02-30'],
  ['due: 2026-06-30\n', 'due: 2025-06-30\n', 7, 6, 'ends before 2026-01-05, when it started'],
  ['due: 2026-06-30\n', 'due: 2026-06-30\nclosed: 2025-01-01\n', 8, 9, 'ends before 2026-01-05'],
  ['objectives:\n  - text', 'objectives:\n  text', 9, 9, 'Nested mappings are not allowed'],
  ['text: Ask the legal team', 'text: ""', 9, 11, 'expected what is to be reached'],
  ['    due: 2026-03-01', '    done: yes', 10, 11, 'expected true or false'],
  ['    due: 2026-03-01', '    dome: true', 10, 5, 'Did you mean "done"?'],
  ['  P3:', '  P10:', 12, 3, 'GGI-A-21 has no point "P10"'],
  ['  P3:', '  GGI-A-21.P3:', 12, 3, 'has no point "GGI-A-21.P3"'],
  ['    value: met', '    value: yes', 13, 12, 'expected one of met, partly, unmet, not-applicable'],
  ['    value: met', '    value: mett', 13, 12, 'Did you mean "met"?'],
  ['    value: met\n', '', 13, 5, '"value" is missing'],
  ['    by: Legal team\n', '', 13, 5, '"by" is missing'],
  ['    at: 2026-02-01\n', '', 13, 5, '"at" is missing'],
  ['    until: 2027-02-01', '    until: 2025-02-01', 16, 12, 'ends before 2026-02-01, when it was said'],
  ['    until: 2027-02-01', '    link: intranet/page', 16, 11, 'expected an address that starts with https://'],
  ['declared:', 'declared: [', 17, 1, 'Flow sequence in block collection'],
  ['declared:', 'figures: { KPI1: { year: 2026, share: 0.5 } }\ndeclared:', 11, 12, 'has no figure "KPI1"'],
  ['declared:', 'earlier: [{ iteration: a, state: done, objectives: 1, done: 2 }]\ndeclared:', 11, 61, 'more are done'],
]

describe('a scorecard', () => {
  it('is read as it stands', async () => {
    expect(await problemsOf(GOOD)).toEqual([])
  })

  it.each(BROKEN)('with %j written %j is refused at %i:%i', async (from, to, line, column, message) => {
    expect(GOOD).toContain(from)
    const problems = await problemsOf(GOOD.replace(from, to))
    const found = problems.find((one) => one.message.includes(message))
    expect(found, JSON.stringify(problems)).toMatchObject({ file: 'ggi/card.yaml' })
    expect([found?.line, found?.column], JSON.stringify(problems)).toEqual([line, column])
  })

  it('that was written for the handbook before is read by what is asked today', async () => {
    const text = GOOD.replace('"1.3"', '"1.2"')
      .replace('  P3:', '  P4:')
      .concat('  P2: { value: met, by: Team, at: 2026-01-01 }\n')
    const card = await readScorecard('card.yaml', text, governanceMethod())
    expect(Object.keys(card.declared)).toEqual(['GGI-A-21.P3'])
    expect(card.retired).toEqual(['GGI-A-21.P2'])
  })
})

describe('a changed scorecard', () => {
  const WRITTEN = `# Ours, and only ours
activity: GGI-A-21   # legal
handbook:   '1.3'

# Where it stands
state: not-selected   # since spring
declared:
    P3:
        # asked twice
        value: unmet   # not yet
        by: Legal team
        at: 2026-02-01
        note: A note that nobody should fold, however long the line becomes, because it was written on one line
objectives:
- text: One
`

  it('differs by the lines that were asked for alone', async () => {
    const edited = await editScorecard(WRITTEN, [
      { path: ['state'], value: 'in-progress' },
      { path: ['owner'], value: 'Legal team' },
      { path: ['declared', 'P3', 'value'], value: 'met' },
      { path: ['declared', 'P3', 'note'], value: undefined },
      { path: ['declared', 'P5', 'value'], value: 'met' },
      { path: ['declared', 'P5', 'by'], value: 'Legal team' },
    ])
    expect(edited).toBe(`# Ours, and only ours
activity: GGI-A-21   # legal
handbook:   '1.3'

# Where it stands
state: in-progress   # since spring
declared:
    P3:
        # asked twice
        value: met   # not yet
        by: Legal team
        at: 2026-02-01
    P5:
      value: met
      by: Legal team
objectives:
- text: One
owner: Legal team
`)
  })

  it('keeps its line ends', async () => {
    const edited = await editScorecard('a: 1\r\nb: 2\r\n', [{ path: ['c'], value: 'x' }])
    expect(edited).toBe('a: 1\r\nb: 2\r\nc: x\r\n')
  })

  it('keeps comments and order where a declaration stands on one line', async () => {
    const inline = '# ours\nactivity: GGI-A-21\ndeclared:\n  P3: { value: met, by: Team, at: 2026-01-01 } # said\n'
    const edited = await editScorecard(inline, [{ path: ['declared', 'P3', 'value'], value: 'unmet' }])
    expect(edited).toContain('# ours\nactivity: GGI-A-21\n')
    expect(edited).toContain('P3: { value: unmet, by: Team, at: 2026-01-01 } # said')
  })
})

describe('a role', () => {
  it.each(['@someone', 'jeanne-d', 'first.last', 'Ada Example', 'a@b.example', 'octo42'])('is not %s', (role) => {
    expect(looksLikePerson(role)).toBe(true)
  })

  it.each(['Legal team', 'Direction juridique', 'Bureau du logiciel libre', 'ospo', 'legal-team', 'Équipe sécurité'])(
    'may be %s',
    (role) => {
      expect(looksLikePerson(role)).toBe(false)
    },
  )
})
