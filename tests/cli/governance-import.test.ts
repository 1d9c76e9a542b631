import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const CONFIG = { 'parvis.yaml': 'language: en\n' }

/** A board as it is exported: ids missing, ids and numbers mixed, a renamed activity, somebody's login. */
const BOARD = {
  'board/issues.csv': `issue_id,activity_id,state,title,labels,updated_at,url,tasks_total,tasks_done
9001,GGI-A-21,opened,Manage legal compliance,"In Progress,Trust,Decision Maker",2026-05-02T10:00:00Z,https://forge.example/api/x/issues/1,2,1
9002,,opened,HR perspective,"Not Started,Culture",2026-05-02T10:00:00Z,https://forge.example/api/x/issues/2,0,0
9003,,closed,Run code reviews,"In Progress,Trust",2026-06-01T10:00:00Z,https://forge.example/api/x/issues/3,0,0
9004,,opened,Something of our own,"In Progress",2026-06-01T10:00:00Z,https://forge.example/api/x/issues/4,0,0
`,
  'board/tasks.csv': `issue_id,state,task
GGI-A-21,completed,Ask the legal team
GGI-A-21,open,"List licences, all of them"
GGI-A-24,completed,Choose indicators
,open,Nobody's task
`,
  'board/labels_hist.csv': `time,issue_id,event_id,type,author,action,url
2026-02-01T08:00:00Z,1,77,label,somelogin,labeled In Progress,https://forge.example/x/issues/1
2026-02-03T08:00:00Z,9003,78,label,somelogin,labeled In Progress,https://forge.example/api/x/issues/3
2026-05-30T08:00:00Z,9003,79,label,somelogin,labeled Done,https://forge.example/api/x/issues/3
`,
}

const TRANSLATED = `## Angepasste Beschreibung

Nur die öffentlichen Repositorien. Fragen an @somelogin.

## Chancenbewertung

Weil der Rat fragt.

## Ziele

- [x] Liste der Lizenzen
- [ ] Schulung

## Werkzeuge

Ein Scanner.

---

Kennung: [GGI-A-25](https://ospo-alliance.org/ggi/activities/x)

Weiter mit GGI-A-42 und GGI-A-44.
`

const OLDER = `### Customized description
Everything in production.
### Objectives
* [ ] One
### Proposed next activities
Activity ID: [GGI-A-22](x)
`

async function take(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const cwd = temporaryFolder({ ...CONFIG, ...files })
  const ran = await runParvis(['ggi', 'import', 'board', ...args], { cwd })
  const read = (activity: string) => readFileSync(join(cwd, `ggi/${activity}.yaml`), 'utf8').replaceAll(/^#.*\n/gmu, '')
  return { ...ran, cwd, read }
}

describe('the import of a My GGI Board', () => {
  it('takes every issue over, closed ones and those without an id, and names what it cannot place', async () => {
    const { code, out, err, read } = await take(BOARD)
    expect([code, out.trim().split('\n').length]).toEqual([0, 4])
    expect(read('GGI-A-21')).toBe(`activity: GGI-A-21
handbook: "1.3"
state: in-progress
owner: To be named
started: 2026-02-01
objectives:
  - text: Ask the legal team
    done: true
  - text: List licences, all of them
    done: false
`)
    expect(read('GGI-A-28')).toContain('state: not-selected')
    expect(read('GGI-A-44')).toBe(`activity: GGI-A-44
handbook: "1.3"
state: done
owner: To be named
started: 2026-02-03
closed: 2026-05-30
`)
    // Its issue was closed, and the export leaves those out: its tasks are all that is left of it.
    expect(read('GGI-A-24')).toContain('state: done')
    expect(err).toContain('Something of our own: no activity recognised')
    expect(err).toContain("Nobody's task: no activity recognised")
    expect(`${out}${err}`).not.toContain('somelogin')
  })

  it('reads bodies of any language and of the handbook before, without the people in them', async () => {
    const issues = [
      { number: 5, title: 'Gute Praktiken', body: TRANSLATED, state: 'open', labels: [{ name: 'In Progress' }] },
      {
        iid: 6,
        title: 'Old one',
        description: OLDER,
        state: 'closed',
        labels: ['Done'],
        closed_at: '2026-03-04T00:00:00Z',
      },
      { number: 7, title: 'A change', body: 'GGI-A-22', state: 'open', labels: [], pull_request: {} },
    ]
    const { read, err } = await take({ 'board/issues.json': JSON.stringify(issues) }, '--owner', 'Office')
    expect(read('GGI-A-25')).toBe(`activity: GGI-A-25
handbook: "1.3"
state: in-progress
owner: Office
scope: Nur die öffentlichen Repositorien. Fragen an ….
why: Weil der Rat fragt.
notes: Ein Scanner.
objectives:
  - text: Liste der Lizenzen
    done: true
  - text: Schulung
    done: false
`)
    expect(read('GGI-A-22')).toContain(
      'state: done\nowner: Office\nclosed: 2026-03-04\nscope: Everything in production.\n',
    )
    expect(err).toContain('2 scorecards taken over, 0 things to look at.')
  })

  it('leaves scorecards that are there as they are', async () => {
    const own = 'activity: GGI-A-21\nhandbook: "1.3"\nstate: not-selected\n'
    const { err, read } = await take({ ...BOARD, 'ggi/GGI-A-21.yaml': own })
    expect(read('GGI-A-21')).toBe(own)
    expect(err).toContain('GGI-A-21: has a scorecard already')
  })

  it('writes nothing when asked what it would do', async () => {
    const { out, cwd } = await take(BOARD, '--dry-run')
    expect(out).toContain('ggi/GGI-A-21.yaml: would be written.')
    expect(readdirSync(cwd)).not.toContain('ggi')
  })

  it.each([
    ['board/other.csv', 'a,b\n1,2\n', 'its first line names a, b'],
    ['board/issues.csv', 'issue_id,activity_id,title\n1,"x,y\n', 'not a CSV'],
    ['board/issues.json', '{}', 'expected a list of issues'],
    ['board/issues.json', '{', 'cannot be read'],
  ])('says of %s holding %j what is wrong', async (file, text, message) => {
    const { code, err } = await take({ [file]: text })
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })
})
