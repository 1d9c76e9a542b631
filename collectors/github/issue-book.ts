import { SourceFailure } from '#data/model/failures.ts'
import type { Clock } from '../clock.ts'
import type { RestCall, Transport } from '../transport.ts'

/** An issue that is to be there once. Its marker tells it from all others, whatever became of its title and its text. */
export interface IssueDraft {
  /** Letters, digits, dots and hyphens. */
  readonly marker: string
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
}

export interface HeldIssue {
  readonly marker: string
  readonly url: string
}

/** The issues of a repository that we made, by their marker. */
export interface IssueBook {
  readonly owner: string
  readonly name: string
  readonly isPublic: boolean
  readonly held: ReadonlyMap<string, HeldIssue>
}

interface Place {
  /** As in `github.com`. */
  readonly server: string
  readonly owner: string
  readonly name: string
}

const PAGE = 100
/** The host asks whoever makes many things to leave a second between two of them. */
const PAUSE_MS = 1000
const MARKER = /<!-- parvis:([\w.-]+) -->/u

function callTo<Data>(place: Place, asked: Pick<RestCall<Data>, 'route' | 'parameters' | 'scrub' | 'isWrite'>) {
  const { server, owner, name } = place
  const key = { operation: 'issue-book', version: 1, subject: `${server}/${owner}/${name}`, stream: 'issue-book' }
  const parameters = { owner, repo: name, ...asked.parameters }
  return { ...key, position: '', ...asked, parameters }
}

/**
 * Reads which of our issues a repository has, closed ones too. Throws a `SourceFailure`: `not-found`, `gone` where issues
 * are switched off or the repository is archived.
 */
export async function readIssueBook(place: Place, transport: Transport): Promise<IssueBook> {
  const { data: about } = await transport.rest(
    callTo(place, {
      route: 'GET /repos/{owner}/{repo}',
      parameters: {},
      scrub: (raw) => raw as { full_name: string; private: boolean; has_issues: boolean; archived: boolean },
    }),
  )
  // A name of before leads to the name of today, which a request that writes would not follow.
  const [owner = place.owner, name = place.name] = about.full_name.split('/')
  const full = `${owner}/${name}`
  if (about.archived) throw new SourceFailure('gone', `"${full}" is archived: nothing can be added to it`)
  if (!about.has_issues) throw new SourceFailure('gone', `issues are switched off in "${full}"`)
  const held = await readHeld({ ...place, owner, name }, transport)
  return { owner, name, isPublic: !about.private, held }
}

async function readHeld(place: Place, transport: Transport): Promise<ReadonlyMap<string, HeldIssue>> {
  const held = new Map<string, HeldIssue>()
  for (let page = 1; ; page += 1) {
    const { data } = await transport.rest(
      callTo(place, {
        route: 'GET /repos/{owner}/{repo}/issues',
        parameters: { state: 'all', sort: 'created', direction: 'asc', per_page: PAGE, page },
        scrub: (raw) => (raw as readonly RawIssue[]).map(markedOf),
      }),
    )
    for (const issue of data) if (issue !== undefined && !held.has(issue.marker)) held.set(issue.marker, issue)
    if (data.length < PAGE) return held
  }
}

interface RawIssue {
  readonly html_url: string
  readonly body: string | null
  readonly pull_request?: object
}

/** Of texts that people wrote nothing is kept but our own marker. */
function markedOf({ html_url, body, pull_request }: RawIssue): HeldIssue | undefined {
  const marker = pull_request === undefined ? MARKER.exec(body ?? '')?.[1] : undefined
  return marker === undefined ? undefined : { marker, url: html_url }
}

interface Adding {
  readonly transport: Transport
  readonly clock: Clock
  readonly signal: AbortSignal
  onAdded(issue: HeldIssue): void
}

/**
 * Adds what is not there yet, one after the other. Where an answer was lost, the book is read again instead of asking
 * twice; where it does not tell, this throws, and the next run goes on from what is there then.
 */
export async function addIssues(
  { server, book }: { readonly server: string; readonly book: IssueBook },
  drafts: readonly IssueDraft[],
  { transport, clock, signal, onAdded }: Adding,
): Promise<void> {
  const place = { server, owner: book.owner, name: book.name }
  const missing = drafts.filter(({ marker }) => !book.held.has(marker))
  for (const [index, draft] of missing.entries()) {
    if (index > 0) await clock.sleep(PAUSE_MS, signal)
    onAdded(await addOne(place, draft, transport))
  }
}

async function addOne(place: Place, draft: IssueDraft, transport: Transport): Promise<HeldIssue> {
  const { marker, title, body, labels } = draft
  try {
    const { data } = await transport.rest(
      callTo(place, {
        route: 'POST /repos/{owner}/{repo}/issues',
        parameters: { title, body: `${body}\n<!-- parvis:${marker} -->\n`, labels },
        isWrite: true,
        scrub: (raw) => ({ marker, url: (raw as RawIssue).html_url }),
      }),
    )
    return data
  } catch (error) {
    if (!(error instanceof SourceFailure) || !MAY_HAVE_ARRIVED.has(error.kind)) throw error
    const found = (await readHeld(place, transport)).get(marker)
    if (found !== undefined) return found
    throw error
  }
}

const MAY_HAVE_ARRIVED: ReadonlySet<SourceFailure['kind']> = new Set(['network', 'timeout', 'invalid-answer'])
