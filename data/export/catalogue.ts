import { componentNames } from '../inventory/names.ts'
import type { PublishedPortfolio } from '../inventory/published.ts'
import { bilingualIn, linesOf, listIn, textIn } from '../inventory/registers.ts'
import { monthOf, monthsBefore } from '../months.ts'
import { contributorCounts } from '../queries/contributor-counts.ts'
import type { RowOf } from '../queries/query.ts'
import { securityPolicies } from '../queries/security-policies.ts'
import type { Store } from '../store.ts'
import { FLOOR } from '../suppression.ts'
import { type ExportScope, type ExportTable, repositoryName } from './export-table.ts'
import type { PlaceOf } from './places.ts'

const MOST_RELEASES = 6
/** Months over which people are counted. */
const MONTHS_COUNTED = 12

/** What makes components easy to find and to judge: short lists, plain words, last versions, where to report a fault. */
export async function catalogueTables(
  store: Pick<Store, 'ask'>,
  {
    published,
    placeOf,
    repositories,
    asOf,
  }: Pick<ExportScope, 'repositories' | 'asOf'> & { readonly published: PublishedPortfolio; readonly placeOf: PlaceOf },
): Promise<readonly ExportTable[]> {
  const policies = await store.ask(securityPolicies, {})
  const to_month = monthsBefore(monthOf(asOf), 1)
  const period = { from_month: monthsBefore(to_month, MONTHS_COUNTED - 1), to_month }
  const contributors = await store.ask(contributorCounts, period)
  return [
    ...collectionTables(published, placeOf),
    { table: 'component_summary', rows: summaryRows(published, placeOf) },
    { table: 'component_feature', rows: featureRows(published, placeOf) },
    {
      table: 'repository_contributors',
      rows: contributors.flatMap((row) => {
        const repository = repositoryName(row)
        const told = countsTold(row)
        return repositories.has(repository) && told !== null ? [{ repository, ...period, ...told }] : []
      }),
    },
    { table: 'component_release', rows: releaseRows(published, placeOf) },
    {
      table: 'repository_security',
      rows: policies.flatMap(({ url, ...row }) => {
        const repository = repositoryName(row)
        return repositories.has(repository) ? [{ repository, url }] : []
      }),
    },
  ]
}

/** A list of which the file holds nothing would be an empty page, and its words about something that is closed. */
function collectionTables({ inventory }: PublishedPortfolio, placeOf: PlaceOf): readonly ExportTable[] {
  const names = componentNames(inventory.portfolio.components)
  const kept = linesOf(inventory.registers, 'collections').flatMap((line) => {
    const [id, name, why] = [textIn(line, 'id'), bilingualIn(line, 'title'), bilingualIn(line, 'why')]
    const found = listIn(line, 'components').flatMap((asked) => names.find(asked).map((component) => component.id))
    const places = [...new Set(found)].flatMap((component) => placeOf(component) ?? [])
    return id === null || name === null || why === null || places.length === 0 ? [] : [{ id, name, why, places }]
  })
  return [
    {
      table: 'collection',
      rows: kept.map(({ id, name, why }, index) => ({
        ...{ id, position: index + 1, name_fr: name.fr, name_en: name.en, why_fr: why.fr, why_en: why.en },
      })),
    },
    {
      table: 'collection_component',
      rows: kept.flatMap(({ id, places }) =>
        places.map((place, index) => ({ collection: id, position: index + 1, ...place })),
      ),
    },
  ]
}

/** Below the floor nothing is told; and no part is whose rest would tell of a few. */
function countsTold({ persons, outside, others }: RowOf<typeof contributorCounts>) {
  if (persons < FLOOR) return null
  const isHidden = [outside, others].some((count) => count > 0 && count < FLOOR)
  return { persons, outside: isHidden ? null : outside }
}

function featureRows({ inventory }: PublishedPortfolio, placeOf: PlaceOf): ExportTable['rows'] {
  return inventory.portfolio.components.flatMap(({ id }) => {
    const place = placeOf(id)
    if (place === undefined) return []
    return (inventory.records.get(id)?.features ?? []).map(({ language, text }, index) => {
      return { ...place, position: index + 1, language, text }
    })
  })
}

function summaryRows({ inventory }: PublishedPortfolio, placeOf: PlaceOf): ExportTable['rows'] {
  const names = componentNames(inventory.portfolio.components)
  const rows = linesOf(inventory.registers, 'components').flatMap((line) => {
    const summary = bilingualIn(line, 'summary')
    const [found] = names.find(textIn(line, 'component') ?? '')
    const place = found && placeOf(found.id)
    if (summary === null || place === undefined) return []
    return [{ ...place, summary_fr: summary.fr, summary_en: summary.en }]
  })
  // Two lines may name one component in two ways: the first one counts.
  return [...Map.groupBy(rows, ({ repository, path }) => `${repository} ${path}`).values()].flatMap(
    ([first]) => first ?? [],
  )
}

function releaseRows({ inventory }: PublishedPortfolio, placeOf: PlaceOf): ExportTable['rows'] {
  return inventory.portfolio.components.flatMap(({ id }) => {
    const place = placeOf(id)
    const dated = (inventory.records.get(id)?.releases ?? []).flatMap(({ version, publishedAt }) =>
      publishedAt === null ? [] : [{ version, published_at: publishedAt }],
    )
    if (place === undefined) return []
    return dated
      .toSorted((a, b) => (a.published_at === b.published_at ? 0 : a.published_at < b.published_at ? 1 : -1))
      .slice(0, MOST_RELEASES)
      .map((row, index) => ({ ...place, position: index + 1, ...row }))
  })
}
