import { type ComponentTranslations, fleetLanguages, nextOf } from '#data/inventory/translations/coverage.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { type Translations, translationLines, translationMembers, translationRows } from '../reporters/translations.ts'
import type { InventoryAnswer } from './answer.ts'
import { chosenComponents } from './chosen.ts'
import type { Holdings } from './holdings.ts'
import { loadTranslationHistory, loadTranslations } from './load-translations.ts'

interface Asked {
  /** Component or assembly; all when left out. */
  readonly name: string | undefined
  /** Language of the texts that are asked about. */
  readonly texts: string | undefined
  /** Language of the answer. */
  readonly language: Language
  readonly isVerbose: boolean
}

/** How far the texts of components are translated: all of them, one, or those that an assembly holds. */
export async function answerTranslations(holdings: Holdings, asked: Asked): Promise<InventoryAnswer> {
  const found = await translationsOf(holdings, asked)
  return {
    members: translationMembers(found),
    csv: translationRows(found),
    about: found.components.map(({ component }) => component),
    lines: translationLines(found, asked),
  }
}

async function translationsOf(holdings: Holdings, { name, texts }: Asked): Promise<Translations> {
  const known = await loadTranslations(holdings)
  const chosen = name === undefined ? undefined : chosenComponents(name, holdings)
  const components = [...known.values()].filter(({ component }) => chosen === undefined || chosen.ids.has(component))
  const languages = fleetLanguages(components, texts)
  return {
    asked: name ?? null,
    texts: texts ?? null,
    components: texts === undefined ? components : components.map((one) => only(one, texts)),
    uncollected: chosen?.uncollected ?? [],
    languages,
    next: nextOf(languages),
    history: await loadTranslationHistory(holdings.store),
  }
}

/** What is said of one language; a component that lacks it stays, with nothing in it. */
function only(one: ComponentTranslations, language: string): ComponentTranslations {
  const languages = one.languages.filter((each) => each.language === language)
  const bundles = one.bundles.map((bundle) => ({
    ...bundle,
    languages: bundle.languages.filter((each) => each.language === language),
  }))
  return { ...one, languages, bundles, next: nextOf(languages) }
}
