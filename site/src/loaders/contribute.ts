import type { Text } from '#data/model/vocabulary.ts'
import { PLATFORM_LINES, type PlatformLine } from '#data/model/vocabulary.ts'
import type { RowOf } from '#data/queries/query.ts'
import {
  siteAdoptionCalls,
  siteCorrections,
  siteCredits,
  siteFirstIssues,
  sitePlatformLines,
  siteTranslationDays,
  siteTranslationGaps,
} from '#data/queries/site/guide.ts'
import type { CatalogueEntry, EntryOf } from './catalogue.ts'
import type { Asked, Dated, Register } from './reading.ts'
import type { Standing } from './standing.ts'
import { webAddress } from './web-address.ts'

/** An issue for newcomers. */
export interface FirstIssue {
  readonly entry: CatalogueEntry | undefined
  /** `owner/name`. */
  readonly repository: string
  readonly url: string | null
  readonly number: number
  /** Masked; null when it was not kept. */
  readonly title: string | null
  readonly openedOn: string
  /** Whole days up to the day of the data. */
  readonly days: number
  /** Undefined when what was read does not settle it. */
  readonly isAnswered: boolean | undefined
  /** First programming language of the repository. */
  readonly language: string | null
}

export interface WantedFile {
  readonly file: string
  readonly missing: number
  readonly reference: number
  readonly isAbsent: boolean
}

/** Texts of one component that one language lacks. */
export interface WantedTexts {
  readonly entry: CatalogueEntry
  readonly missing: number
  readonly reference: number
  /** Components that stand on it, near or far. */
  readonly usedBy: number
  readonly files: readonly WantedFile[]
}

export interface WantedLanguage {
  /** BCP 47 tag. */
  readonly language: string
  readonly missing: number
  /** The most used first. */
  readonly components: readonly WantedTexts[]
}

export interface TranslationDay {
  readonly date: string
  readonly place: string
  readonly languages: readonly string[]
  readonly participants: number | null
}

export interface AdoptionCall {
  readonly entry: CatalogueEntry
  readonly since: string | null
  readonly reason: string | null
  readonly usedBy: number
}

/** What was announced of a generation of the platform. */
export interface LineSupport {
  readonly since: string | null
  readonly featuresUntil: string | null
  readonly fixesUntil: string | null
  readonly source: string
  readonly url: string | null
  readonly guideUrl: string | null
}

export interface Correction {
  readonly date: string
  readonly page: string
  readonly what: Text
  readonly by: string
  /** Organisation that answers; null for a correction. */
  readonly replyFrom: string | null
  readonly reportedOn: string | null
  readonly url: string | null
}

/** Thanks, by a name that was chosen. */
export interface Credit {
  readonly name: string
  readonly what: Text
  readonly url: string | null
}

export interface Invitations extends Dated {
  readonly firstIssues: readonly FirstIssue[]
  /** By tag. */
  readonly wanted: readonly WantedLanguage[]
  readonly translationDays: readonly TranslationDay[]
  readonly calls: readonly AdoptionCall[]
  readonly support: ReadonlyMap<PlatformLine, LineSupport>
  readonly corrections: readonly Correction[]
  readonly credits: readonly Credit[]
}

interface Around {
  readonly entryOf: EntryOf
  readonly standings: ReadonlyMap<string, Standing>
}

/** What contributors are invited to: seven questions whatever the number of components. */
export async function loadInvitations(store: Asked, register: Register, around: Around): Promise<Invitations> {
  const { entryOf, standings } = around
  const usedBy = ({ slug }: CatalogueEntry) => standings.get(slug)?.requiredByAll ?? 0
  const calls = (await store.ask(siteAdoptionCalls, {})).flatMap(({ since, reason, ...place }): AdoptionCall[] => {
    const entry = entryOf(place)
    return entry === undefined ? [] : [{ entry, since, reason, usedBy: usedBy(entry) }]
  })
  return {
    asOf: register.asOf,
    coverage: register.issues,
    firstIssues: (await store.ask(siteFirstIssues, {})).map((row) => firstIssue(row, register.asOf, entryOf)),
    wanted: wantedLanguages(await store.ask(siteTranslationGaps, {}), { entryOf, usedBy }),
    // Written by our own export.
    translationDays: (await store.ask(siteTranslationDays, {})).map(({ languages, ...day }) => {
      return { ...day, languages: JSON.parse(languages) as readonly string[] }
    }),
    calls: calls.toSorted((a, b) => b.usedBy - a.usedBy || byName(a.entry, b.entry)),
    credits: (await store.ask(siteCredits, {})).map(({ name, what_fr: fr, what_en: en, url }) => {
      return { name, what: { fr, en }, url: webAddress(url) }
    }),
    support: supportOf(await store.ask(sitePlatformLines, {})),
    corrections: (await store.ask(siteCorrections, {})).map((row) => ({
      ...{ date: row.date, page: row.page, what: { fr: row.what_fr, en: row.what_en } },
      ...{ by: row.corrected_by, replyFrom: row.reply_from, reportedOn: row.reported_on, url: webAddress(row.url) },
    })),
  }
}

function firstIssue(row: RowOf<typeof siteFirstIssues>, asOf: string, entryOf: EntryOf): FirstIssue {
  const { url, number, title, opened_on: openedOn, is_answered, language } = row
  return {
    entry: entryOf({ repository: row.repository, path: '' }),
    // Written as server/owner/name.
    repository: row.repository.slice(row.repository.indexOf('/') + 1),
    ...{ url: webAddress(url), number, title, openedOn, language },
    days: Math.max(0, Math.floor((Date.parse(asOf) - Date.parse(openedOn)) / 86_400_000)),
    isAnswered: is_answered === null ? undefined : is_answered === 1,
  }
}

function wantedLanguages(
  rows: readonly RowOf<typeof siteTranslationGaps>[],
  { entryOf, usedBy }: { readonly entryOf: EntryOf; usedBy(entry: CatalogueEntry): number },
): readonly WantedLanguage[] {
  return [...Map.groupBy(rows, ({ language }) => language)]
    .map(([language, gaps]) => {
      const places = Map.groupBy(gaps, ({ repository, path }) => `${repository} ${path}`)
      const components = [...places.values()].flatMap((own): WantedTexts[] => {
        const [first] = own
        const entry = first && entryOf(first)
        if (entry === undefined || entry.state === 'archived' || entry.state === 'obsolete') return []
        const files = own.map(({ file, missing, reference, is_absent }) => {
          return { file, missing, reference, isAbsent: is_absent === 1 }
        })
        return [
          { entry, files, usedBy: usedBy(entry), missing: sum(files, 'missing'), reference: sum(files, 'reference') },
        ]
      })
      const sorted = components.toSorted(
        (a, b) => b.usedBy - a.usedBy || a.missing - b.missing || byName(a.entry, b.entry),
      )
      return { language, missing: sum(components, 'missing'), components: sorted }
    })
    .filter(({ components }) => components.length > 0)
    .toSorted((a, b) => (a.language < b.language ? -1 : 1))
}

function sum<Name extends string>(rows: readonly Readonly<Record<Name, number>>[], name: Name): number {
  return rows.reduce((total, row) => total + row[name], 0)
}

function byName(a: CatalogueEntry, b: CatalogueEntry): number {
  return a.name < b.name ? -1 : 1
}

function supportOf(rows: readonly RowOf<typeof sitePlatformLines>[]): ReadonlyMap<PlatformLine, LineSupport> {
  return new Map(
    PLATFORM_LINES.flatMap((line): [PlatformLine, LineSupport][] => {
      const row = rows.find((one) => one.line === line)
      if (row === undefined) return []
      const { since, source, url } = row
      const ends = {
        featuresUntil: row.features_until,
        fixesUntil: row.fixes_until,
        guideUrl: webAddress(row.guide_url),
      }
      return [[line, { since, source, url: webAddress(url), ...ends }]]
    }),
  )
}
