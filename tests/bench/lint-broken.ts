/**
 * Judges generated broken files, one at a time in a good plugin, by every built-in rule and extractor:
 *
 *     node tests/bench/lint-broken.ts [--count 1000] [--seed 4]
 *
 * Prints crashes, the slowest, and why rules said "unknown". Ends with 1 when one crashed or took 5 seconds.
 */
import { parseArgs } from 'node:util'
import { type BrokenInput, brokenInputs } from '../robustness/broken-input.ts'
import { type Judged, judgeBroken } from '../robustness/judge-broken.ts'

const SLOW_MS = 5000
const WORTH_SAYING_MS = 1000

const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } })
const LARGE = 100 * 1024 * 1024
const huge = ['pom.xml', 'README.md', 'src/sql/plugins/clock/plugin/create_db_clock.sql'].map((path): BrokenInput => {
  return { path, how: 'one line of 100 MB', content: Buffer.alloc(LARGE, 'x') }
})
const judged: Judged[] = []
const inputs = [...brokenInputs(Number(values.count ?? 1000), Number(values.seed ?? 4)), ...huge]
for (const input of inputs) {
  const one = await judgeBroken(input)
  judged.push(one)
  // Said at once: whoever waits learns for what.
  if (one.milliseconds >= WORTH_SAYING_MS)
    console.error(`${judged.length}/${inputs.length}  ${Math.round(one.milliseconds)} ms  ${input.path}  ${input.how}`)
}

const crashed = judged.filter(({ crashes }) => crashes.length > 0)
for (const { input, crashes } of crashed)
  console.log(`crash  ${input.path}  ${input.how}\n       ${crashes.join('\n       ')}`)
const slowest = judged.toSorted((one, other) => other.milliseconds - one.milliseconds)
console.table(
  slowest.slice(0, 8).map(({ input, milliseconds }) => {
    return { ms: Math.round(milliseconds), file: input.path, how: input.how, bytes: input.content.byteLength }
  }),
)
const doubts = Map.groupBy(
  judged.flatMap((one) => one.doubts),
  (doubt) => doubt,
)
console.table(Object.fromEntries([...doubts].map(([doubt, all]) => [doubt, { files: all.length }])))
const hung = slowest.filter(({ milliseconds }) => milliseconds >= SLOW_MS)
console.log(`${judged.length} broken files: ${crashed.length} crashes, ${hung.length} of ${SLOW_MS / 1000} s or more`)
process.exitCode = crashed.length + hung.length > 0 ? 1 : 0
