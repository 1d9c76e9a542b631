import { describe, expect, it } from 'vitest'
import { type BoardIssue, importBoard } from '#policies/ggi/board.ts'
import { governanceMethod } from '#policies/ggi/registry.ts'

const method = governanceMethod()

function issue(given: Partial<BoardIssue>): BoardIssue {
  const bare = { ids: ['1'], activity: '', title: 'Without a name', body: '', labels: [], closedOn: undefined }
  return { ...bare, isClosed: false, ...given }
}

const taken = (...issues: readonly Partial<BoardIssue>[]) =>
  importBoard({ issues: issues.map(issue), tasks: [], events: [] }, method)

/** Each known fault of the board's exports, and what becomes of it. */
describe('an issue of a board', () => {
  it.each<[string, Partial<BoardIssue>, string]>([
    [
      'of the handbook 1.2, without a language behind its links',
      { body: 'Activity ID: [GGI-A-42](https://x/y)' },
      '42',
    ],
    ['of the handbook 1.3, with one', { body: '**Activity ID:** [GGI-A-42](https://x/y) (EN)' }, '42'],
    ['in German', { body: '## Ziele\r\n\r\n---\r\n\r\nAktivitäts-ID: [GGI-A-37](https://x/y)\r\n' }, '37'],
    ['in Japanese', { body: 'アクティビティID: [GGI-A-37](https://x/y)' }, '37'],
    ['that links to the page of its activity alone', { body: 'See https://x/ggi/activities/c-level_awareness' }, '34'],
    ['with the title of an earlier handbook', { title: 'HR perspective' }, '28'],
    ['with a title in French', { title: 'Revues de code' }, '44'],
    ['with an empty id in the export and its id in the title', { title: 'GGI-A-20 Business applications' }, '20'],
  ])('%s is known', (_what, given, number) => {
    const { drafts, unplaced } = taken({ ...given, labels: ['Done'] })
    expect([drafts.map(({ activity }) => activity), unplaced]).toEqual([[`GGI-A-${number}`], []])
  })

  it.each<[string, Partial<BoardIssue>, string]>([
    ['labels in another case', { labels: ['in progress'] }, 'in-progress'],
    ['the label of older boards', { labels: ['Trust', 'Not Started'] }, 'not-selected'],
    ['labels in French', { labels: ['Confiance', 'Terminée'] }, 'done'],
    ['a label of ours that the board does not have', { labels: ['Blocked'] }, 'blocked'],
    ['a label that merely begins like a state', { labels: ['Done by others', 'In Progress'] }, 'in-progress'],
    ['no label of a state, and closed', { isClosed: true }, 'done'],
    ['closed without having been selected', { isClosed: true, labels: ['Not Selected'] }, 'not-selected'],
  ])('with %s is read', (_what, given, state) => {
    const { drafts, unplaced } = taken({ title: 'Run code reviews', ...given })
    expect([drafts.map((draft) => draft.state), unplaced]).toEqual([[state], []])
  })

  it('is named when it cannot be placed, when its state is not known, and when it is there twice', () => {
    const twice = { title: 'Run code reviews', labels: ['Done'] }
    expect(taken(twice, twice, { title: 'Ours' }, { title: 'Upstream first' }).unplaced).toEqual([
      { what: 'Run code reviews', why: 'twice' },
      { what: 'Ours', why: 'no-activity' },
      { what: 'Upstream first', why: 'no-state' },
    ])
    // Of several activities that a body speaks of, none is chosen.
    expect(taken({ body: 'After GGI-A-21 comes GGI-A-24' }).drafts).toEqual([])
  })

  it('is dated by its labels whichever number the history goes by, and by its closing where there is none', () => {
    const labelled = (of: string, day: string, label: string) => ({ of, day, label })
    const issues = [
      issue({
        ids: ['9001', '3'],
        title: 'Run code reviews',
        labels: ['Done'],
        isClosed: true,
        closedOn: '2026-06-30',
      }),
      issue({ ids: ['9002', '4'], title: 'Upstream first', isClosed: true, closedOn: '2026-05-31' }),
    ]
    const events = [labelled('3', '2026-02-01', 'In Progress'), labelled('9001', '2026-06-01', 'Done')]
    const { drafts } = importBoard({ issues, tasks: [], events }, method)
    expect(drafts.map(({ started, closed }) => [started, closed])).toEqual([
      ['2026-02-01', '2026-06-01'],
      [undefined, '2026-05-31'],
    ])
  })
})
