import { exportDatabase } from '#data/export.ts'
import { measuredOf } from '#data/inventory/measured.ts'
import { registersOf } from '#data/inventory/registers.ts'
import type { Audience } from '#data/model/vocabulary.ts'
import { type Measured, measure } from '#data/publication/measured.ts'
import { registerLines } from '#data/queries/inventory/register-lines.ts'
import { openExport, openForFigures } from '#data/store.ts'
import { listRules } from '#policies/registry.ts'
import type { Config } from '../config.ts'
import { publishedGovernance } from '../governance/published.ts'
import { publishedPortfolio } from '../inventory/published.ts'
import { promiseOf } from '../metrics/answer-promise.ts'
import { openPacks } from '../packs.ts'
import { loadReports, reportsOfSite } from '../report/load-reports.ts'
import { loadTodo } from '../todo/load-todo.ts'
import { type PublishOrder, reservedNow } from './order.ts'
import { placesOfPeople } from './roles.ts'
import { unlookedIn } from './unlooked.ts'

/** Writes the export of a profile: all that its site is made of. */
export async function exportInto(database: string, { config, profile, now, warn }: PublishOrder): Promise<void> {
  const packs = await openPacks(config)
  const store = await openForFigures({ path: config.database, calendar: config.calendar })
  try {
    const portfolio = await publishedPortfolio(store, { config, packs, audience: profile, now })
    const governance = await publishedGovernance(store, { config, audience: profile })
    const publicRules = listRules(packs).flatMap(({ rule }) => (rule.audience === 'public' ? [rule.id] : []))
    const lines = [...registersOf(await store.ask(registerLines, {})).values()].flat()
    const unlooked = profile === 'public' ? await unlookedIn(store) : []
    for (const line of [...placesOfPeople({ config, lines, packs }), ...unlooked]) warn(`${line}\n`)
    const source = {
      ask: store.ask,
      promise: promiseOf(config),
      inventory: async () => measuredOf(portfolio.inventory, portfolio),
    }
    const { inventory } = portfolio
    const todo = await loadTodo(store, { config, packs, governance, inventory, actualDay: null })
    await exportDatabase({
      ...{ store, profile, out: database, publicRules, conformity: conformityOf(config, profile) },
      ...{ portfolio, governance, calendar: config.calendar, promise: promiseOf(config) },
      ...(profile === 'internal' && {
        desk: { todo, registers: config.registers.map(({ id }) => id) },
        reports: await loadReports(source, { config, todo, governance, periods: reportsOfSite, now }),
      }),
      firstIssueLabels: config.publish.goodFirstIssues,
      areProvidersTold: config.publish.providers,
      isReserved: profile === 'public' && reservedNow(config, now) !== undefined,
    })
  } finally {
    store.close()
  }
}

export async function measureAt(database: string): Promise<Measured> {
  const file = await openExport(database)
  try {
    return await measure(file)
  } finally {
    file.close()
  }
}

/** The officer's choice is about the public; the internal site shows all there is. */
function conformityOf({ publish }: Config, profile: Audience) {
  return profile === 'public' ? publish.conformity : 'detail'
}
