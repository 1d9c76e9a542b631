import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '#data/store.ts'
import { writeWorld } from './measure-world.ts'
const path = process.argv[2] ?? ''
const store = await openStore({ path, mode: 'write' })
const c = process.cpuUsage(), t = performance.now()
console.log(await store.refreshRollups(), 'repositories', performance.now() - t, 'ms', process.cpuUsage(c))
console.log(await store.refreshRollups())
store.close()
