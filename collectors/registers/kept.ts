import { basename } from 'node:path'
import type { RegisterRecord } from '#data/model/records.ts'
import type { Register } from '#data/model/register.ts'
import { REGISTERS } from '#data/model/registers/registry.ts'
import { type Collector, defineCollector } from '../collector.ts'
import { type PlacedEntry, readRegister } from './read-register.ts'

/** One collector for each register: the id says whose file it reads. */
export const keptRegisters: readonly Collector[] = REGISTERS.map((register) =>
  defineCollector<RegisterRecord>({
    id: `registers/${register.id}`,
    title: register.title,
    summary: register.summary,
    scope: 'register',
    produces: ['register'],
    needs: ['disk'],
    classified: [],
    async *fetch(scope, context) {
      if (scope.kind !== 'register') throw new Error(`A collector of registers was pointed at a ${scope.kind}`)
      const watermark = context.now()
      const entries = readRegister(register, scope.file).map((placed, index) => rowOf(register, { ...placed, index }))
      yield {
        items: [{ type: 'register', register: register.id, entries }],
        // Without its folder, which is this machine's business and may change.
        finished: [{ subject: basename(scope.file), stream: register.id, watermark }],
      }
    },
    normalize: (record) => [record],
  }),
)

function rowOf(
  { key }: Register,
  { entry, line, index }: PlacedEntry & { readonly index: number },
): RegisterRecord['entries'][number] {
  return {
    key: JSON.stringify(key.map((name) => entry[name])),
    position: index + 1,
    line,
    value: JSON.stringify(entry),
  }
}
