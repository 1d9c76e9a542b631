import { existsSync, rmSync } from 'node:fs'
import { UsageFailure } from '#data/model/failures.ts'
import { owners } from '#data/queries/owners.ts'
import { openStore } from '#data/store.ts'
import { rememberedAt } from './publication/remembered.ts'

interface Demo {
  readonly database: string
  readonly organisations: readonly { readonly name: string }[]
}

/**
 * Every demo begins anew, whether an earlier one ended or was stopped: what it collected and published goes. Throws a
 * `UsageFailure` where the database is somebody else's, and removes nothing then.
 */
export async function clearDemo(demo: Demo): Promise<void> {
  const { database, organisations } = demo
  if (!existsSync(database)) return
  const store = await openStore({ path: database, mode: 'read' })
  const held = await store.ask(owners, {}).finally(() => store.close())
  const other = held.find(({ login }) => !organisations.some(({ name }) => name === login))
  if (other !== undefined) {
    throw new UsageFailure('demo-folder-taken', `${database} holds ${other.login}, no organisation of the demo.`, {
      hint: 'Name another folder: parvis demo --out DIR',
    })
  }
  for (const file of [database, `${database}-wal`, `${database}-shm`, rememberedAt(demo)]) {
    rmSync(file, { force: true })
  }
}
