import { settings } from 'virtual:parvis-site'
import { openExport } from '#data/store.ts'
import { loadEverything } from './loaders/everything.ts'

/** Asked once for the whole build. */
async function readRegister() {
  const store = await openExport(settings.database)
  try {
    return await loadEverything(store, settings)
  } finally {
    store.close()
  }
}

const { office, ...read } = await readRegister()

export const {
  register,
  catalogue,
  sheets,
  answers,
  figures,
  guide,
  home,
  quality,
  openData,
  governance,
  evidence,
  packs,
  collections,
  providers,
  services,
  adoption,
  agenda,
  reports,
  impact,
  standings,
  invitations,
  upkeepOf,
} = read

/** What the officer's pages show; a public build has none of them. */
export function officer() {
  if (office === undefined) throw new Error('There is no page of the office in a public build')
  return office
}

const bySlug = new Map(sheets.map((sheet) => [sheet.entry.slug, sheet]))

export function sheetOf(slug: string) {
  return bySlug.get(slug)
}

const byName = Map.groupBy(catalogue.entries, ({ name }) => name.toLowerCase())

/** The component that people mean by a name, `owner/name` or its own; undefined where several share it or none has it. */
export function entryNamed(name: string) {
  const asked = name.toLowerCase()
  const [found, other] =
    byName.get(asked) ?? catalogue.entries.filter(({ repository }) => repository.toLowerCase().endsWith(`/${asked}`))
  return other === undefined ? found : undefined
}
