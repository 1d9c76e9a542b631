import { gather } from '#data/facts/gather.ts'
import { propertyTexts } from '#data/facts/property-texts.ts'
import type { Occurrences, OccurrencesOptions } from '#data/facts/shapes/occurrences.ts'
import { type RegisterLine, textIn } from '#data/inventory/registers.ts'
import { fleetLanguages } from '#data/inventory/translations/coverage.ts'
import { type KeyUse, type Office, officeCounts, officeOf } from '#data/inventory/translations/office.ts'
import { storedTemplates } from '#data/queries/inventory/templates.ts'
import { bundleName } from '#policies/bundle-keys.ts'
import { storedFacts } from '../lint/stored-source.ts'
import { bundleOpener } from './bundle-texts.ts'
import { chosenComponents } from './chosen.ts'
import type { Holdings } from './holdings.ts'
import { loadTranslations } from './load-translations.ts'
import { blobsOf } from './stored-blobs.ts'

/** What a city that asks for a language is told of a component or an assembly. */
export type CitySheet = Awaited<ReturnType<typeof loadSheet>>

export async function loadSheet(
  holdings: Holdings,
  { asked, language }: { readonly asked: string; readonly language: string },
) {
  const chosen = chosenComponents(asked, holdings)
  const known = [...(await loadTranslations(holdings)).values()].filter(({ component }) => chosen.ids.has(component))
  const [whole] = fleetLanguages(known, language)
  const uses = await keyUses(holdings)
  const open = await bundleOpener(holdings)
  const keys: { readonly office: Office; readonly isTranslated: boolean }[] = []
  for (const { component, bundles } of known) {
    for (const { bundle } of bundles) {
      const contents = await open(component, { bundle, language })
      const reference = contents && propertyTexts(contents.reference)
      if (!reference) continue
      const present = (contents.present && propertyTexts(contents.present)) || new Map<string, string>()
      const prefix = bundleName(bundle, { groups: holdings.inventory.platformGroups })?.prefix ?? ''
      for (const key of reference.keys())
        keys.push({ office: officeOf(key, uses.get(`${prefix}${key}`)), isTranslated: present.has(key) })
    }
  }
  return {
    ...{ asked, language, asOf: holdings.asOf, coverage: holdings.coverage, uncollected: chosen.uncollected },
    ...{ whole: whole ?? null, offices: officeCounts(keys), trial: trialOf(asked, holdings) },
    unmeasured: known.flatMap(({ component, keys: count }) => (count === null ? [component] : [])),
  }
}

const KEYS: OccurrencesOptions = {
  mask: 'template-comments',
  patterns: { key: String.raw`#i18n\{\s*([A-Za-z][\w.\-]*)\s*\}` },
  isProven: true,
}

/** Which side names each key, over all templates that were collected. */
async function keyUses({ store }: Holdings): Promise<ReadonlyMap<string, KeyUse>> {
  const { source, entries } = blobsOf(store, await store.ask(storedTemplates, {}))
  const needs = [{ extractor: 'occurrences', paths: ['**/*.{html,ftl}'], options: KEYS }]
  const facts = await gather({ source, entries, needs, cache: storedFacts(store) })
  const found = facts.of('occurrences', KEYS) as ReadonlyMap<string, Occurrences>
  const uses = new Map<string, KeyUse>()
  for (const [path, { key: keys = [] }] of found) {
    const isFront = path.includes('/templates/skin/')
    for (const { groups } of keys) {
      const key = groups[0] ?? ''
      const use = uses.get(key) ?? { isInFront: false, isInBack: false }
      uses.set(key, { isInFront: use.isInFront || isFront, isInBack: use.isInBack || !isFront })
    }
  }
  return uses
}

/** The last start that succeeded; null when none is in the register. */
function trialOf(asked: string, { inventory, portfolio }: Holdings) {
  const names = new Set(
    portfolio.components
      .filter((one) =>
        [one.id, one.repository, one.repository.split('/')[1], one.build?.artifactId].some(
          (name) => name?.toLowerCase() === asked.toLowerCase(),
        ),
      )
      .flatMap(({ id, repository, build }) => [id, repository, repository.split('/')[1] ?? '', build?.artifactId ?? ''])
      .map((name) => name.toLowerCase()),
  )
  const lines: readonly RegisterLine[] = inventory.registers.get('trials') ?? []
  const [last] = lines
    .filter((line) => names.has((textIn(line, 'assembly') ?? '').toLowerCase()) && textIn(line, 'result') === 'started')
    .toSorted((a, b) => ((textIn(a, 'date') ?? '') < (textIn(b, 'date') ?? '') ? 1 : -1))
  if (last === undefined) return null
  const of = (field: string) => textIn(last, field)
  return {
    date: of('date'),
    revision: of('revision'),
    command: of('command'),
    requires: of('requires'),
    contact: of('contact'),
  }
}
