/**
 * Judges generated broken files, one at a time in a good plugin on disk, then broken trees, as `parvis lint` does, and
 * draws every fact there is from each file:
 *
 *     node tests/bench/lint-broken.ts [--count 1000] [--seed 4]
 *
 * Prints crashes, the slowest, and why files could not be read. Ends with 1 when one crashed or took 5 seconds of a
 * processor; a hang shows as the last line that was begun.
 */
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type BrokenInput, brokenInputs } from '../robustness/broken-input.ts'
import { BROKEN_TREES } from '../robustness/broken-tree.ts'
import { goodPlugin, type Judged, judgeBroken, judgeTree } from '../robustness/judge-broken.ts'

const SLOW_MS = 5000
const WORTH_SAYING_MS = 1000
const LARGE = 100 * 1024 * 1024
const HUGE = ['pom.xml', 'README.md', 'package.json', 'src/sql/plugins/clock/plugin/create_db_clock.sql']

const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } })
const huge = HUGE.map((path): BrokenInput => ({ path, how: 'one line of 100 MB', content: Buffer.alloc(LARGE, 'x') }))
const inputs = [...brokenInputs(Number(values.count ?? 1000), Number(values.seed ?? 4)), ...huge]
const all = inputs.length + BROKEN_TREES.length
const judged: Judged[] = []

/** Said at once: whoever waits learns for what. */
function keep(one: Judged): void {
  judged.push(one)
  const milliseconds = Math.round(one.milliseconds)
  if (milliseconds >= WORTH_SAYING_MS) console.error(`${judged.length}/${all}  ${milliseconds} ms  ${one.name}`)
}

const folder = goodPlugin({ isRepository: true })
try {
  for (const input of inputs) keep(await judgeBroken(folder, input))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
for (const tree of BROKEN_TREES) keep(await judgeTree(tree))

const crashed = judged.filter(({ crashes }) => crashes.length > 0)
for (const { name, crashes } of crashed) console.log(`crash  ${name}\n       ${crashes.join('\n       ')}`)
const slowest = judged.toSorted((one, other) => other.milliseconds - one.milliseconds)
console.table(slowest.slice(0, 10).map(({ name, milliseconds }) => ({ ms: Math.round(milliseconds), what: name })))
const reasons = Map.groupBy(
  judged.flatMap((one) => one.reasons),
  (reason) => reason,
)
const counted = [...reasons].map(([reason, found]) => [reason, { inputs: found.length }] as const)
console.table(Object.fromEntries(counted.toSorted(([, one], [, other]) => other.inputs - one.inputs)))
const hung = slowest.filter(({ milliseconds }) => milliseconds >= SLOW_MS)
console.log(
  `${inputs.length} broken files, ${BROKEN_TREES.length} broken trees: ${crashed.length} crashes, ${hung.length} of ${SLOW_MS / 1000} s or more`,
)
process.exitCode = crashed.length + hung.length > 0 ? 1 : 0
