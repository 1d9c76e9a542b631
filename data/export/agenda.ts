import { componentNames } from '../inventory/names.ts'
import { isWithheld, type PublishedPortfolio } from '../inventory/published.ts'
import { registeredCredits, registeredEvents, registeredRoadmap } from '../queries/registers/agenda.ts'
import { registeredFacts } from '../queries/registers/facts.ts'
import type { Store } from '../store.ts'
import type { ExportScope, ExportTable } from './export-table.ts'
import { NOWHERE, type PlaceOf } from './places.ts'

/** Events, the roadmap, thanks and stated facts. */
export async function agendaTables(
  store: Pick<Store, 'ask'>,
  {
    asOf,
    published,
    placeOf,
  }: Pick<ExportScope, 'asOf'> & {
    readonly published: PublishedPortfolio
    readonly placeOf: PlaceOf
  },
): Promise<readonly ExportTable[]> {
  const names = componentNames(published.inventory.portfolio.components)
  const roadmap = (await store.ask(registeredRoadmap, {})).filter(
    ({ component }) => component === null || !isWithheld(component, published),
  )
  const facts = await store.ask(registeredFacts, { today: asOf.slice(0, 10) })
  return [
    { table: 'event', rows: await store.ask(registeredEvents, {}) },
    {
      table: 'roadmap_item',
      rows: roadmap.map(({ component, ...row }, index) => {
        const [found] = component === null ? [] : names.find(component)
        return { ...row, position: index + 1, ...((found && placeOf(found.id)) ?? NOWHERE) }
      }),
    },
    {
      table: 'credit',
      rows: (await store.ask(registeredCredits, {})).map((row, index) => ({ position: index + 1, ...row })),
    },
    { table: 'fact', rows: facts.map(({ address: url, review: _review, ...row }) => ({ ...row, url })) },
  ]
}
