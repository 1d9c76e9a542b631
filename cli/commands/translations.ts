import { type ComponentTranslations, fleetLanguages, nextOf } from '#data/inventory/translations/coverage.ts'
import { chosenComponents } from '../inventory/chosen.ts'
import { type Holdings, withHoldings } from '../inventory/holdings.ts'
import { loadTranslationHistory, loadTranslations } from '../inventory/load-translations.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import {
  type TranslationsAnswer,
  translationsCsv,
  translationsJson,
  translationsTable,
} from '../reporters/translations.ts'
import type { Session } from '../session.ts'

interface TranslationsOptions extends CommonOptions {
  /** Language of the texts that are asked about. */
  readonly texts?: string
  readonly format: 'table' | 'json' | 'csv'
}

type Call = Session & { readonly component: string | undefined; readonly options: TranslationsOptions }

/** Says how far the texts of components are translated: all of them, one, or those that an assembly holds. */
export async function translations(call: Call): Promise<void> {
  const { io, options } = call
  await withHoldings(call, async (holdings) => {
    const language = languageOf(options, io.env, holdings.config.language)
    const answer = await answerOf(call, holdings)
    if (options.format === 'json') io.out(translationsJson(answer))
    else if (options.format === 'csv') io.out(translationsCsv(answer))
    else io.out(translationsTable(answer, { language, isVerbose: options.verbose === true }))
  })
}

async function answerOf({ component: asked, options }: Call, holdings: Holdings): Promise<TranslationsAnswer> {
  const known = await loadTranslations(holdings)
  const chosen = asked === undefined ? undefined : chosenComponents(asked, holdings)
  const components = [...known.values()].filter(({ component }) => chosen === undefined || chosen.ids.has(component))
  const languages = fleetLanguages(components, options.texts)
  return {
    asOf: holdings.asOf,
    coverage: holdings.coverage,
    asked: asked ?? null,
    texts: options.texts ?? null,
    components: options.texts === undefined ? components : components.map((one) => only(one, options.texts)),
    uncollected: chosen?.uncollected ?? [],
    languages,
    next: nextOf(languages),
    history: await loadTranslationHistory(holdings.store),
  }
}

/** What is said of one language; a component that lacks it stays, with nothing in it. */
function only(one: ComponentTranslations, language: string | undefined): ComponentTranslations {
  const languages = one.languages.filter((each) => each.language === language)
  const bundles = one.bundles.map((bundle) => ({
    ...bundle,
    languages: bundle.languages.filter((each) => each.language === language),
  }))
  return { ...one, languages, bundles, next: nextOf(languages) }
}
