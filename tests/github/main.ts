import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { GitHubOptions } from './options.ts'
import { startGitHub } from './start.ts'
import { makeWorld, readWorldSpec } from './world-spec.ts'

const usage = `A GitHub that runs here.
  --world SPEC    JSON ({"generate": {...}} or {"module": "...", "export": "..."}), a .json file, or module.ts#export
  --port N        0 (default) takes any free port
  --options JSON  limits, tokens, faults, schedule, isFrozen; or the path of a .json file
  --frozen        the clock stands still until it is moved
Prints one line of JSON with its address when ready; stops on SIGTERM or SIGINT.`

const { values } = parseArgs({
  options: {
    world: { type: 'string', default: '{"generate":{}}' },
    port: { type: 'string', default: '0' },
    options: { type: 'string', default: '{}' },
    frozen: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

async function main(): Promise<void> {
  if (values.help) {
    console.log(usage)
    return
  }
  const text = values.options.endsWith('.json') ? await readFile(values.options, 'utf8') : values.options
  const options = JSON.parse(text) as Omit<GitHubOptions, 'world'>
  const world = await makeWorld(await readWorldSpec(values.world))
  const isFrozen = values.frozen || options.isFrozen === true
  const github = await startGitHub({ ...options, world, port: Number(values.port), isFrozen })
  console.log(JSON.stringify({ url: github.url, pid: process.pid }))
  const stop = () => void github.stop().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

await main()
