/** Collects into a database and kills itself, without a word, before its n-th question: `URL DATABASE N`. */
import { githubTransport } from '#collectors/github/client.ts'
import type { Transport } from '#collectors/transport.ts'
import { openStore } from '#data/store.ts'
import { collectOrganisation, patientClock, SECRET } from './github-scene.ts'

const [url = '', path = '', limit = '0'] = process.argv.slice(2)
let left = Number(limit)

function mortal(live: Transport): Transport {
  const counting = (): Transport => {
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
    return live
  }
  return {
    graphql: (call) => counting().graphql(call),
    rest: (call) => counting().rest(call),
    archive: (call) => counting().archive(call),
    spent: () => live.spent(),
  }
}

const store = await openStore({ path, mode: 'write', secret: SECRET })
const signal = new AbortController().signal
const live = mortal(githubTransport({ apiUrl: url, token: 'member-token', signal, clock: patientClock() }))
await collectOrganisation({ url, login: 'maison-bleue', store, transport: () => live })
store.close()
