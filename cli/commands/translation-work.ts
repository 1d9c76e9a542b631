import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runGit } from '#collectors/git/run-git.ts'
import { openSource } from '#collectors/workdir/open-source.ts'
import { propertyTexts } from '#data/facts/property-texts.ts'
import { workItems } from '#data/inventory/translations/work-list.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { bundleOpener } from '../inventory/bundle-texts.ts'
import { chosenComponents } from '../inventory/chosen.ts'
import { type Holdings, withHoldings } from '../inventory/holdings.ts'
import { patchesOf, type RepositoryPatch } from '../inventory/import-translations.ts'
import { loadTranslations } from '../inventory/load-translations.ts'
import { readWorkList } from '../inventory/work-list-file.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { IMPORT_WORDS } from '../reporters/import-words.ts'
import { workListCsv, workListXliff } from '../reporters/work-list.ts'
import type { Session } from '../session.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { writeWhole } from '../write-whole.ts'

interface ExportOptions extends CommonOptions {
  readonly texts?: string
  readonly format: 'csv' | 'xliff'
  readonly all?: boolean
  readonly out?: string
}

/** Writes what there is to translate into one language: of everything, of a component, or of what an assembly holds. */
export async function exportWork(
  call: Session & { readonly component: string | undefined; readonly options: ExportOptions },
): Promise<void> {
  const { io, options, component } = call
  const language = options.texts
  if (language === undefined) {
    throw new UsageFailure('language-missing', 'say which language is to be translated into, other than English.', {
      hint: 'For example: parvis translations export my-component --lang hu',
    })
  }
  await withHoldings(call, async (holdings) => {
    const items = await itemsOf({ component, language, isWhole: options.all === true }, holdings)
    const written = options.format === 'xliff' ? workListXliff(items) : workListCsv(items)
    if (options.out === undefined) io.out(written)
    else writeWhole(resolve(io.cwd, options.out), written)
    io.err(IMPORT_WORDS[languageOf(options, io.env, holdings.config.language)].exported(items.length, language))
  })
}

async function itemsOf(
  asked: { readonly component: string | undefined; readonly language: string; readonly isWhole: boolean },
  holdings: Holdings,
) {
  const { language, isWhole } = asked
  const open = await bundleOpener(holdings)
  const chosen = asked.component === undefined ? undefined : chosenComponents(asked.component, holdings)
  const components = [...(await loadTranslations(holdings)).values()]
  const bundles = components
    .filter(({ component }) => chosen?.ids.has(component) ?? true)
    .flatMap(({ component, bundles: own }) => own.map((standing) => ({ component, standing })))
  const items = []
  for (const { component, standing } of bundles) {
    const contents = await open(component, { bundle: standing.bundle, language })
    const reference = contents && propertyTexts(contents.reference)
    if (contents === undefined || !reference) continue
    const textsOf = (content: Uint8Array | undefined) => (content && propertyTexts(content)) || undefined
    const texts = { reference, french: textsOf(contents.french), present: textsOf(contents.present) }
    items.push(...workItems(texts, { component, language, standing, isWhole }))
  }
  return items
}

interface ImportOptions extends CommonOptions {
  readonly out: string
  readonly apply?: string
}

/** Makes a patch for each repository of what translators filled in; writes into a checkout only when told which. */
export async function importWork(
  call: Session & { readonly file: string; readonly options: ImportOptions },
): Promise<void> {
  const { io, options } = call
  const file = resolve(io.cwd, call.file)
  await withHoldings(call, async (holdings) => {
    const patches = await patchesOf(readWorkList(file), { holdings, file: call.file })
    const words = IMPORT_WORDS[languageOf(options, io.env, holdings.config.language)]
    if (options.apply === undefined) {
      const folder = resolve(io.cwd, options.out)
      mkdirSync(folder, { recursive: true })
      for (const one of patches) {
        const path = join(folder, `${one.repository.replace('/', '--')}.patch`)
        writeFileSync(path, one.patch)
        io.out(words.patch(join(options.out, `${one.repository.replace('/', '--')}.patch`), one))
      }
    } else io.out(words.applied(options.apply, await apply(patches, resolve(io.cwd, options.apply))))
    io.out(words.total(patches.reduce((sum, { gained }) => sum + gained, 0)))
  })
}

/** Git takes all of a patch or nothing, and nothing behind a link. */
async function apply(patches: readonly RepositoryPatch[], checkout: string): Promise<RepositoryPatch> {
  const { identity } = await openSource(checkout)
  const named = patches.find(({ repository }) => repository.toLowerCase() === identity.repository?.toLowerCase())
  const [only, another] = patches
  const chosen = identity.repository === undefined && another === undefined ? only : named
  if (chosen === undefined) {
    throw new UsageFailure('checkout-unknown', `${checkout} is no checkout of what the file has texts for.`, {
      hint: `Texts are for: ${patches.map(({ repository }) => repository).join(', ') || 'nothing new'}.`,
    })
  }
  const scratch = temporaryFolder()
  try {
    const path = join(scratch.path, 'translations.patch')
    writeFileSync(path, chosen.patch)
    await runGit(['apply', '--whitespace=nowarn', path], { directory: checkout })
  } finally {
    scratch.remove()
  }
  return chosen
}
