import type { RowOf } from '#data/queries/query.ts'
import { siteLicenseSources } from '#data/queries/site/desk.ts'
import type { CatalogueEntry, EntryOf } from './catalogue.ts'
import type { Asked, Dated, Register } from './reading.ts'
import type { Standing } from './standing.ts'

type Said = RowOf<typeof siteLicenseSources>

/** What each kind of source says, side by side; nobody says here which of them holds. */
export interface LicenseLine {
  readonly entry: CatalogueEntry
  /** In a word: build file, parent, publiccode.yml, register, host. */
  readonly words: readonly Said[]
  readonly headers: readonly Said[]
  readonly files: readonly Said[]
  readonly isDisagreed: boolean
}

export interface LicenseLedger extends Dated {
  readonly disagreeing: readonly LicenseLine[]
  /** Components by the licence of their text, or by nothing known; the most frequent first. */
  readonly counts: readonly { readonly license: string | null; readonly components: number }[]
  /** Components of which no licence text is known though their files were read. */
  readonly withoutText: readonly CatalogueEntry[]
}

export async function loadLicenses(
  store: Asked,
  register: Register,
  {
    entries,
    entryOf,
    standings,
  }: {
    readonly entries: readonly CatalogueEntry[]
    readonly entryOf: EntryOf
    readonly standings: ReadonlyMap<string, Standing>
  },
): Promise<LicenseLedger> {
  const groups = Map.groupBy(await store.ask(siteLicenseSources, {}), ({ repository, path }) => `${repository} ${path}`)
  const lines = [...groups.values()].flatMap((said): readonly LicenseLine[] => {
    const [first] = said
    const entry = first === undefined ? undefined : entryOf(first)
    if (entry === undefined) return []
    const of = (source: string) => said.filter((one) => one.source === source)
    return [
      {
        ...{ entry, headers: of('header'), files: of('file') },
        words: said.filter(({ source }) => source !== 'header' && source !== 'file'),
        isDisagreed: standings.get(entry.slug)?.isLicenseDisagreed ?? false,
      },
    ]
  })
  const withText = new Set(lines.filter(({ files }) => files.length > 0).map(({ entry }) => entry.slug))
  const counted = Map.groupBy(entries, ({ license }) => license)
  return {
    asOf: register.asOf,
    coverage: register.trees,
    disagreeing: lines.filter(({ isDisagreed }) => isDisagreed),
    counts: [...counted]
      .map(([license, those]) => ({ license, components: those.length }))
      .sort((a, b) => b.components - a.components || ((a.license ?? '') < (b.license ?? '') ? -1 : 1)),
    withoutText: standings.size === 0 ? [] : entries.filter(({ slug }) => !withText.has(slug)),
  }
}
