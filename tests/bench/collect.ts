/**
 * Collects a large organisation from the GitHub that runs here, without and with faults on a tenth of the answers, and
 * prints what each took: `npx node tests/bench/collect.ts [repositories changeRequests issues commits]`.
 */
import { collectOrganisation, withStore } from '../collectors/github-scene.ts'
import type { FaultPlan } from '../github/faults.ts'
import { spawnGitHub } from '../github/spawn.ts'

const [repositories = 200, changeRequests = 10_000, issues = 5_000, commits = 20_000] = process.argv
  .slice(2)
  .map(Number)

const FAULTS: FaultPlan = {
  seed: 7,
  rules: [
    { fault: { kind: 'bad-gateway' }, rate: 0.03 },
    { fault: { kind: 'reset' }, rate: 0.02 },
    { fault: { kind: 'truncated' }, rate: 0.02 },
    { fault: { kind: 'html' }, rate: 0.02 },
    { fault: { kind: 'secondary', status: 200, retryAfter: 0 }, rate: 0.01 },
  ],
}

const world = { generate: { repositories, changeRequests, issues, commits, people: 300 } }

async function measure(title: string, faults: FaultPlan): Promise<void> {
  const github = await spawnGitHub({ world, faults, isFrozen: true, limits: { graphql: 100_000, rest: 100_000 } })
  try {
    await withStore(async (store) => {
      for (const pass of ['first run', 'second run']) {
        const startedAt = performance.now()
        const summaries = await collectOrganisation({ url: github.url, login: 'maison-bleue', store })
        const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
        const { totals } = await github.audit()
        const { requests, graphql, points, faults: struck, byOperation } = totals
        console.log(
          `\n${title}, ${pass}: ${seconds} s, ${requests} requests (${graphql} GraphQL, ${points} points), ${struck} faults`,
        )
        for (const run of summaries) {
          const { collector, status, requests: sent, points: spent, read, written } = run
          console.log(
            `  ${collector.padEnd(24)} ${status.padEnd(9)} ${sent} requests, ${spent} points, ${read} read, ${written} written`,
          )
          for (const problem of run.problems) console.log(`    ${problem.subject}: ${problem.kind}: ${problem.message}`)
        }
        console.log(`  ${JSON.stringify(byOperation)}`)
        console.log(`  content ${await store.contentHash()}`)
        await github.reset()
      }
    })
  } finally {
    await github.stop()
  }
}

console.log(`${repositories} repositories, ${changeRequests} change requests, ${issues} issues, ${commits} commits`)
await measure('without faults', { rules: [] })
await measure('with faults', FAULTS)
