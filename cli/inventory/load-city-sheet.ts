import { gather } from '#data/facts/gather.ts'
import { propertyTexts } from '#data/facts/property-texts.ts'
import type { Occurrences, OccurrencesOptions } from '#data/facts/shapes/occurrences.ts'
import type { Assembly } from '#data/inventory/assembly.ts'
import { needsOf } from '#data/inventory/needs.ts'
import { type ComponentTranslations, fleetLanguages } from '#data/inventory/translations/coverage.ts'
import { type KeyUse, type Office, officeCounts, officeOf } from '#data/inventory/translations/office.ts'
import { trialsOf } from '#data/inventory/trials.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { storedTemplates } from '#data/queries/inventory/templates.ts'
import { bundleName } from '#policies/bundle-keys.ts'
import { storedFacts } from '../lint/stored-source.ts'
import { bundleOpener } from './bundle-texts.ts'
import type { Holdings } from './holdings.ts'
import { loadTranslations } from './load-translations.ts'
import { blobsOf } from './stored-blobs.ts'
import { toldTrial } from './words.ts'

/** What a city that asks for a language is told of an assembly. */
export type CitySheet = Awaited<ReturnType<typeof loadCitySheet>>

/** Texts are those on the branch of each component that was collected, whatever version the assembly asks for. */
export async function loadCitySheet(
  holdings: Holdings,
  { assembly, texts, language }: { readonly assembly: Assembly; readonly texts: string; readonly language: Language },
) {
  const { inventory, assemblies } = holdings
  const held = new Set([assembly.component.id, ...assembly.parts.flatMap(({ component }) => component ?? [])])
  const known = [...(await loadTranslations(holdings)).values()].filter(({ component }) => held.has(component))
  const [whole = null] = known.some(({ keys }) => keys !== null) ? fleetLanguages(known, texts) : []
  const trials = trialsOf(assembly, inventory).map((one) => toldTrial(one, language))
  return {
    texts,
    keys: whole === null ? null : { translated: whole.translated, reference: whole.reference },
    offices: officeCounts(await keysOf(known, { holdings, texts })),
    components: known.map(({ component, keys, languages }) => ({
      component,
      reference: keys,
      translated: languages.find(({ language }) => language === texts)?.translated ?? (keys === null ? null : 0),
    })),
    lacking: whole?.lacking ?? [],
    notCollected: assembly.parts.flatMap(({ component, artifact }) => (component === null ? [artifact] : [])),
    needs: needsOf({ inventory, assemblies }).filter((need) => need.assemblies.includes(assembly.id)),
    trial: trials[0] ?? null,
    started: trials.find(({ result }) => result === 'started') ?? null,
  }
}

interface OfficeKey {
  readonly office: Office
  readonly isTranslated: boolean
}

async function keysOf(
  known: readonly ComponentTranslations[],
  { holdings, texts }: { readonly holdings: Holdings; readonly texts: string },
): Promise<readonly OfficeKey[]> {
  const uses = await keyUses(holdings)
  const open = await bundleOpener(holdings)
  const keys: OfficeKey[] = []
  for (const { component, bundles } of known) {
    for (const { bundle } of bundles) {
      const contents = await open(component, { bundle, language: texts })
      const reference = contents && propertyTexts(contents.reference)
      if (!reference) continue
      const present = (contents.present && propertyTexts(contents.present)) || new Map<string, string>()
      const prefix = bundleName(bundle, { groups: holdings.inventory.platformGroups })?.prefix ?? ''
      for (const key of reference.keys())
        keys.push({ office: officeOf(key, uses.get(`${prefix}${key}`)), isTranslated: present.has(key) })
    }
  }
  return keys
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
