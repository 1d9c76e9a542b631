import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type ComponentSheet, componentSheets } from '#data/inventory/components.ts'
import { publiccodeDraft } from '#data/inventory/publiccode-draft.ts'
import type { ComponentTranslations } from '#data/inventory/translations/coverage.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { REFERENCE_LANGUAGE } from '#data/reference/bundle-places.ts'
import { componentsNamed, type Holdings, withHoldings } from '../inventory/holdings.ts'
import { loadTranslations } from '../inventory/load-translations.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { publiccodeYaml } from '../reporters/publiccode-yaml.ts'
import type { Session } from '../session.ts'
import { writeWhole } from '../write-whole.ts'

interface PubliccodeCall extends Session {
  readonly names: readonly string[]
  readonly options: CommonOptions & { readonly out?: string }
}

/** Drafts a publiccode.yml for components that have none: one to standard output or a file, several into a folder. */
export async function publiccode(call: PubliccodeCall): Promise<void> {
  const { io, options, names } = call
  await withHoldings(call, async (holdings) => {
    const { inventory, config } = holdings
    const language = languageOf(options, io.env, config.language)
    const sheets = chosenSheets(names, holdings)
    const translations = await loadTranslations(holdings)
    const drafts = sheets.map((sheet) => {
      const found = translations.get(sheet.id)
      return publiccodeDraft(sheet, { inventory, languages: found === undefined ? [] : languagesOf(found) })
    })
    const texts = drafts.map((draft) => ({
      repository: draft.repository,
      text: publiccodeYaml(draft, { language, day: inventory.at.slice(0, 10) }),
    }))
    const [first, ...others] = texts
    if (first === undefined) {
      io.err('parvis: every component that was collected has a publiccode.yml.\n')
    } else if (options.out === undefined) {
      if (others.length > 0) throw outMissing(texts.length)
      io.out(first.text)
    } else if (names.length === 1) {
      write(resolve(io.cwd, options.out), first.text)
      if (options.quiet !== true) io.err(`${options.out}\n`)
    } else {
      const { out, quiet } = options
      const paths = texts.map(({ repository }) => join(out, repository, 'publiccode.yml'))
      for (const path of paths) refuseExisting(resolve(io.cwd, path))
      for (const [index, { text }] of texts.entries()) write(resolve(io.cwd, paths[index] ?? out), text)
      if (quiet !== true) io.err(paths.map((path) => `${path}\n`).join(''))
    }
  })
}

/** Those of its files; the platform takes the file without a suffix for English. */
function languagesOf({ keys, languages }: ComponentTranslations): readonly string[] {
  const begun = languages.filter(({ translated }) => keys === null || translated > 0)
  return [...(keys === null ? [] : [REFERENCE_LANGUAGE]), ...begun.map(({ language }) => language)]
}

/** Those that are named; without names, one for each repository of ours that lacks a sheet and holds software. */
function chosenSheets(names: readonly string[], { inventory, portfolio }: Holdings): readonly ComponentSheet[] {
  const all = componentSheets(inventory)
  if (names.length === 0) {
    const lacking = all.filter(({ id, hasPubliccode, kind }) => {
      return hasPubliccode === false && kind !== 'other' && inventory.records.get(id)?.isFork === false
    })
    return firstOfEach(lacking)
  }
  const sheets = firstOfEach(
    names
      .flatMap((name) => componentsNamed(name, portfolio))
      .flatMap((one) => all.find(({ id }) => id === one.id) ?? []),
  )
  const held = sheets.find(({ hasPubliccode }) => hasPubliccode === true)
  if (held === undefined) return sheets
  throw new UsageFailure('publiccode-present', `${held.repository} has a publiccode.yml already.`, {
    hint: `Judge it: parvis lint ${held.repository} --pack publiccode`,
  })
}

/** The sheet stands at the root of a repository: there is one for all that lies in it. */
function firstOfEach(sheets: readonly ComponentSheet[]): readonly ComponentSheet[] {
  return [...new Map(sheets.toReversed().map((sheet) => [sheet.repository, sheet])).values()].toReversed()
}

function write(path: string, text: string): void {
  refuseExisting(path)
  mkdirSync(dirname(path), { recursive: true })
  writeWhole(path, text)
}

function refuseExisting(path: string): void {
  if (existsSync(path)) {
    throw new UsageFailure('file-exists', `${path} is there already.`, { hint: 'Name another with --out.' })
  }
}

function outMissing(count: number): UsageFailure {
  return new UsageFailure('out-missing', `${count} drafts need a folder to go to.`, {
    hint: 'parvis inventory publiccode --out DIR writes DIR/OWNER/NAME/publiccode.yml for each.',
  })
}
