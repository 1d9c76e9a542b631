import type { Repository, World } from '../github/world/model.ts'

/**
 * How many requests other tools spend on the same organisation, by the calls that their public code makes. Nothing of
 * theirs runs here: each pattern is data, counted over the world. Where a tool asks for something only of some items, the
 * share that its users see is written down. What a tool does beside that is left out, in its favour.
 */
interface Peer {
  readonly name: string
  /** What it learns of what a collection learns. */
  readonly learns: string
  readonly first: readonly Calls[]
  /** A later run over an organisation in which nothing moved; `first` again where the tool keeps nothing. */
  readonly again: readonly Calls[]
}

interface Calls {
  readonly what: string
  count(facts: Facts): number
}

interface Facts {
  readonly repositories: readonly Repository[]
  readonly changeRequests: number
  readonly people: number
}

const PAGE = 100

const each = (what: string, share: number): Calls => ({
  what: `${share} for each change request: ${what}`,
  count: ({ changeRequests }) => Math.round(share * changeRequests),
})
const ofRepository = (what: string, calls: number): Calls => ({
  what: `${calls} for each repository: ${what}`,
  count: ({ repositories }) => calls * repositories.length,
})
const ofPerson = (what: string, calls: number): Calls => ({
  what: `${calls} for each person: ${what}`,
  count: ({ people }) => calls * people,
})
const pages = (what: string, rows: (repository: Repository) => number, size = PAGE): Calls => ({
  what: `pages of ${size}: ${what}`,
  count: ({ repositories }) => repositories.reduce((sum, one) => sum + Math.max(1, Math.ceil(rows(one) / size)), 0),
})
const listOfRepositories: Calls = {
  what: `pages of ${PAGE}: the list of repositories`,
  count: ({ repositories }) => Math.ceil(repositories.length / PAGE),
}

const history = pages('the whole history', ({ commits }) => commits.length)
const steampipe = [
  pages('change requests', (one) => one.changeRequests.length, 75),
  each('reviews', 1),
  each('comments', 1),
]
const contributors = [history, { ...history, what: `${history.what}, once more to tell who is new` }]
const dashboard = [listOfRepositories, ofRepository('issues, change requests, discussions', 3)]
const scorecard = [ofRepository('checks', 70)]

const PEERS: readonly Peer[] = [
  {
    name: 'perceval, backend github',
    learns: 'change requests and issues',
    first: [
      pages('issues and change requests', (one) => one.issues.length + one.changeRequests.length),
      each('detail', 1),
      each('reviews', 1),
      each('commits', 1),
      each('review comments', 0.5),
      each('requested reviewers', 0.2),
      ofPerson('account and organisations', 2),
    ],
    again: [ofRepository('a page since the last run', 1)],
  },
  {
    name: 'augur',
    learns: 'change requests',
    first: [
      pages('change requests', (one) => one.changeRequests.length),
      each('commits', 1),
      each('files', 1),
      each('reviews', 1),
      ofPerson('account', 1),
    ],
    again: [ofRepository('a page since the last run', 1)],
  },
  { name: 'steampipe', learns: 'change requests', first: steampipe, again: steampipe },
  {
    name: 'airbyte, source-github',
    learns: 'change requests',
    first: [
      pages('change requests', (one) => one.changeRequests.length),
      each('commits', 1),
      pages('sizes', (one) => one.changeRequests.length, 10),
      pages('reviews', (one) => one.changeRequests.length, 10),
    ],
    again: [ofRepository('a page of each of three streams', 3)],
  },
  { name: 'github/contributors', learns: 'authors of commits', first: contributors, again: contributors },
  { name: 'org-metrics-dashboard', learns: 'totals', first: dashboard, again: dashboard },
  { name: 'scorecard', learns: 'checks of security', first: scorecard, again: scorecard },
]

interface Spent {
  readonly name: string
  readonly learns: string
  readonly first: number
  readonly again: number
}

export function spentByPeers(world: World, login: string): readonly Spent[] {
  const owner = world.organisations.find((one) => one.login === login)
  const repositories = world.repositories.filter((one) => one.owner === owner?.databaseId)
  const changes = repositories.flatMap((one) => one.changeRequests)
  const people = new Set(changes.map(({ author }) => author).filter((author) => author !== null))
  const facts = { repositories, changeRequests: changes.length, people: people.size }
  const sum = (calls: readonly Calls[]) => calls.reduce((total, one) => total + one.count(facts), 0)
  return PEERS.map(({ name, learns, first, again }) => ({ name, learns, first: sum(first), again: sum(again) }))
}
