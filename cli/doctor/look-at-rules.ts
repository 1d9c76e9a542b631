import { existsSync } from 'node:fs'
import { registerProblems } from '#data/inventory/register-problems.ts'
import { REGISTERS } from '#data/model/registers/registry.ts'
import { openStore } from '#data/store.ts'
import { listRules } from '#policies/registry.ts'
import type { RulePack } from '#policies/rule.ts'
import type { Config } from '../config.ts'
import { loadInventory } from '../inventory/load-inventory.ts'
import type { Io } from '../io.ts'
import { openPacks } from '../packs.ts'
import { brokenBy, type Finding } from './finding.ts'
import type { DoctorWords } from './words.ts'

interface Looking {
  readonly config: Config
  readonly io: Io
  readonly words: DoctorWords
}

/** What people write by hand: packs that can be read, exceptions that still run, registers whose names lead somewhere. */
export async function lookAtRules(looking: Looking): Promise<readonly Finding[]> {
  try {
    const packs = await openPacks(looking.config)
    return [packsFound(packs, looking), await registersFound(packs, looking)]
  } catch (error) {
    return [brokenBy('packs', error)]
  }
}

function packsFound(packs: readonly RulePack[], { io, words }: Looking): Finding {
  const today = io.now().toISOString().slice(0, 10)
  const ended = packs.flatMap(({ waivers }) => waivers).filter(({ until }) => until < today).length
  if (ended > 0)
    return { subject: 'packs', health: 'attention', says: words.waiversEnded(ended), remedy: words.waiverRemedy }
  return { subject: 'packs', health: 'fine', says: words.packs(packs.length, listRules(packs).length) }
}

async function registersFound(packs: readonly RulePack[], { config, io, words }: Looking): Promise<Finding> {
  const says = words.registers(config.registers.length, REGISTERS.length)
  const missing = config.registers.find(({ file }) => !existsSync(file))
  if (missing !== undefined)
    return { subject: 'registers', health: 'broken', says: words.registerGone(missing.id, missing.file) }
  if (!existsSync(config.database)) return { subject: 'registers', health: 'unknown', says, remedy: words.collect }
  const store = await openStore({ path: config.database, mode: 'read' })
  try {
    const [first, ...others] = registerProblems(await loadInventory(store, { packs, now: io.now() }))
    if (first === undefined) return { subject: 'registers', health: 'fine', says }
    const place = `${first.register}:${first.line} ${first.value}`
    const told = words.registerProblems(others.length + 1, place)
    return { subject: 'registers', health: 'attention', says: told, remedy: words.registerRemedy }
  } catch (error) {
    return brokenBy('registers', error)
  } finally {
    store.close()
  }
}
