/** One collection in a process of its own, so that its memory is nobody else's: `node collect-once.ts URL DATABASE`. */
import { keepYoungHeapSmall } from '#cli/lint/young-heap.ts'
import { openStore } from '#data/store.ts'
import { collectOrganisation, patientClock, SECRET } from '../collectors/github-scene.ts'
import { controlAt } from '../github/control.ts'

// As `parvis collect` does.
keepYoungHeapSmall()
const [url = '', path = ''] = process.argv.slice(2)
const github = controlAt(url)
// Nobody waits: where the collector would sleep, the clock of the host is moved on.
const clock = patientClock(async (milliseconds) => void (await github.clock({ advanceSeconds: milliseconds / 1000 })))
const store = await openStore({ path, mode: 'write', secret: SECRET })
const startedAt = performance.now()
const runs = await collectOrganisation({ url, login: 'maison-bleue', store, client: { clock } })
const seconds = (performance.now() - startedAt) / 1000
store.close()
const { user, system } = process.cpuUsage()
const cpuSeconds = (user + system) / 1e6
const peakMegabytes = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ runs, seconds, cpuSeconds, peakMegabytes, sleptSeconds: clock.slept() / 1000 }))
