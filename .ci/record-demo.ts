import { fileURLToPath } from 'node:url'
import { recordDemo } from '../tests/github/world/demo/record.ts'

const directory = fileURLToPath(new URL('../data/demo', import.meta.url))
const summaries = await recordDemo(directory)

for (const { collector, scope, status, requests, read, problems } of summaries) {
  process.stderr.write(`${collector}  ${scope}  ${status}  ${requests} requests, ${read} read\n`)
  for (const { subject, kind, message } of problems) process.stderr.write(`  ${subject}  ${kind}: ${message}\n`)
}
if (summaries.some(({ status }) => status !== 'complete')) process.exitCode = 2
