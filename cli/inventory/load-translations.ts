import { gather } from '#data/facts/gather.ts'
import type { PropertyValues } from '#data/facts/shapes/property-values.ts'
import type { Component } from '#data/inventory/portfolio.ts'
import { type ComponentTranslations, componentTranslations } from '#data/inventory/translations/coverage.ts'
import { bundleStandings } from '#data/inventory/translations/standing.ts'
import type { Measured } from '#data/inventory/translations/trend.ts'
import { storedBundleFiles } from '#data/queries/inventory/bundle-files.ts'
import { translationHistory } from '#data/queries/inventory/translation-history.ts'
import type { Store } from '#data/store.ts'
import { storedFacts } from '../lint/stored-source.ts'
import type { Holdings } from './holdings.ts'
import { blobsOf } from './stored-blobs.ts'

/** Files that may hold texts, by id of component: each belongs to the component of the deepest folder around it. */
export async function textFiles({ store, portfolio, numbers }: Holdings) {
  const stored = await store.ask(storedBundleFiles, {})
  const byRepository = Map.groupBy(portfolio.components, ({ repository }) => numbers.get(repository) ?? -1)
  const placed = stored.flatMap((file) => {
    const component = deepest(byRepository.get(file.repository) ?? [], file.path)
    return component === undefined ? [] : [{ ...file, component: component.id }]
  })
  return Map.groupBy(placed, ({ component }) => component)
}

/** Every component that has texts, by id. */
export async function loadTranslations(holdings: Holdings): Promise<ReadonlyMap<string, ComponentTranslations>> {
  const files = await textFiles(holdings)
  const { source, entries } = blobsOf(holdings.store, [...files.values()].flat())
  const needs = [{ extractor: 'property-values', paths: ['**/*.properties'] }]
  const facts = await gather({ source, entries, needs, cache: storedFacts(holdings.store) })
  const values = facts.of('property-values') as ReadonlyMap<string, PropertyValues>
  const read = holdings.portfolio.components.flatMap(({ id, kind, line, repository }) => {
    const own = files.get(id)
    if (own === undefined) return []
    const number = holdings.numbers.get(repository)
    const known = own.flatMap(({ path }): [string, PropertyValues][] => {
      const fact = values.get(`${number}/${path}`)
      return fact === undefined ? [] : [[path, fact]]
    })
    const bundles = bundleStandings(
      own.map(({ path }) => path),
      new Map(known),
    )
    return bundles.length === 0 ? [] : [componentTranslations({ component: id, kind, line, bundles })]
  })
  return new Map(read.map((one) => [one.component, one]))
}

function deepest(components: readonly Component[], path: string): Component | undefined {
  return components
    .filter((one) => one.path === '' || path.startsWith(`${one.path}/`))
    .reduce<Component | undefined>(
      (best, one) => (best === undefined || one.path.length > best.path.length ? one : best),
      undefined,
    )
}

/** Rates that the linter measured in earlier runs, by repository and language, as `owner/name fr`. */
export async function loadTranslationHistory(store: Store): Promise<ReadonlyMap<string, readonly Measured[]>> {
  const rows = await store.ask(translationHistory, { message: 'keys-covered/below' })
  const measured = rows.map((row) => {
    const { language = '' }: { readonly language?: string } = JSON.parse(row.args)
    const { judged_at: at, rate_numerator: translated, rate_denominator: reference } = row
    return { subject: `${row.repository} ${language}`, at, translated, reference }
  })
  return Map.groupBy(measured, ({ subject }) => subject)
}
