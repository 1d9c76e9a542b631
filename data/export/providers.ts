import { CONFIRMED_WITHIN_MONTHS } from '../inventory/reuse.ts'
import { addMonths } from '../model/day.ts'
import { registeredProviders } from '../queries/registers/providers.ts'
import type { Store } from '../store.ts'
import type { ExportScope, ExportTable } from './export-table.ts'

/** Told to the public where the officer said so, and to nobody as a recommendation: no rank, no note, no count. */
export async function providerTables(
  store: Pick<Store, 'ask'>,
  { profile, asOf }: Pick<ExportScope, 'profile' | 'asOf'>,
  isTold: boolean,
): Promise<readonly ExportTable[]> {
  if (profile === 'public' && !isTold) return []
  const declared_from = addMonths(asOf.slice(0, 10), -CONFIRMED_WITHIN_MONTHS)
  return [{ table: 'provider', rows: await store.ask(registeredProviders, { declared_from }) }]
}
