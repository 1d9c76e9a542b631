import { basename } from 'node:path'
import type { RegisterRecord } from '#data/model/records.ts'
import { type Register, registerIn } from '#data/model/register.ts'
import { REGISTERS } from '#data/model/registers/registry.ts'
import { LANGUAGES } from '#data/model/vocabulary.ts'
import { type Collector, defineCollector } from '../collector.ts'
import { mistaken, type PlacedEntry, readLines } from './read-register.ts'

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
      const { entries, mistakes } = readLines(registerIn(register, scope.languages ?? LANGUAGES), scope.file)
      // Of a file without a single good line, what was taken of it before stays.
      if (mistakes.length > 0 && entries.length === 0) throw mistaken(scope.file, { mistakes, taken: 0 })
      const rows = entries.map((placed, index) => rowOf(register, { ...placed, index }))
      yield {
        items: [{ type: 'register', register: register.id, entries: rows }],
        // Without its folder, which is this machine's business and may change.
        finished: mistakes.length > 0 ? [] : [{ subject: basename(scope.file), stream: register.id, watermark }],
      }
      if (mistakes.length > 0) throw mistaken(scope.file, { mistakes, taken: entries.length })
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
