import { settings } from 'virtual:parvis-site'
import { openExport } from '#data/store.ts'
import { governanceMethod } from '#policies/ggi/registry.ts'
import { builtinPacks } from '#policies/registry.ts'
import { loadAdoption } from './loaders/adoption.ts'
import { loadAgenda } from './loaders/agenda.ts'
import { loadAnswers } from './loaders/answers.ts'
import { loadAssemblies } from './loaders/assemblies.ts'
import { entryFinder, loadCatalogue } from './loaders/catalogue.ts'
import { loadCollections } from './loaders/collections.ts'
import { loadComponentSheets } from './loaders/component-sheets.ts'
import { loadGuide } from './loaders/conformity.ts'
import { loadInvitations } from './loaders/contribute.ts'
import { figuresOf } from './loaders/figures.ts'
import { loadGovernance } from './loaders/ggi.ts'
import { loadEvidence } from './loaders/ggi-evidence.ts'
import { loadHome } from './loaders/home.ts'
import { loadImpact } from './loaders/impact.ts'
import { loadOfficer } from './loaders/officer.ts'
import { openDataOf } from './loaders/open-data.ts'
import { loadProviders } from './loaders/providers.ts'
import { loadQuality } from './loaders/quality.ts'
import { loadRegister } from './loaders/reading.ts'
import { loadReports } from './loaders/reports.ts'
import { loadServices } from './loaders/services.ts'
import { loadStandings } from './loaders/standing.ts'
import { loadUpkeep } from './loaders/upkeep.ts'

/** Everything the pages show, asked once for the whole build. */
async function readRegister() {
  const store = await openExport(settings.database)
  const method = governanceMethod()
  try {
    const register = await loadRegister(store)
    const catalogue = await loadCatalogue(store, register)
    const read = await loadComponentSheets(store, register, catalogue)
    // Names of an invented city may be somebody's on a real host one day: no page of the demo leads there.
    const sheets = settings.identity.isDemo === true ? read.map((sheet) => ({ ...sheet, url: null })) : read
    const isPublic = settings.profile === 'public'
    const entryOf = entryFinder(catalogue)
    const packs = (await loadAssemblies(store, register, entryOf)).map((pack) =>
      settings.identity.isDemo === true ? { ...pack, url: null } : pack,
    )
    const answers = await loadAnswers(store, register)
    const figures = figuresOf(answers)
    const standings = await loadStandings(store, register, entryOf)
    return {
      register,
      catalogue,
      sheets,
      answers,
      figures,
      guide: await loadGuide(store, register, { packs: settings.packs ?? builtinPacks(), isPublic }),
      home: await loadHome(store, register, {
        catalogue,
        answers,
        createdOn: sheets.map(({ createdOn }) => createdOn),
      }),
      quality: await loadQuality(store, register),
      openData: openDataOf(settings.openData?.tables ?? [], register),
      governance: await loadGovernance(store, register, method),
      evidence: await loadEvidence(store, method),
      packs,
      collections: await loadCollections(store, entryOf),
      providers: await loadProviders(store),
      services: await loadServices(store, register, { assemblies: packs, entryOf }),
      adoption: await loadAdoption(store, register, { assemblies: packs, entryOf }),
      agenda: await loadAgenda(store, register, entryOf),
      standings,
      officer: await loadOfficer(store, register, {
        ...{ entryOf, standings, entries: catalogue.entries },
        isDemo: settings.identity.isDemo === true,
      }),
      reports: await loadReports(store),
      impact: await loadImpact(store, register),
      invitations: await loadInvitations(store, register, { entryOf, standings }),
      upkeepOf: await loadUpkeep(store),
    }
  } finally {
    store.close()
  }
}

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
  officer,
  invitations,
  upkeepOf,
} = await readRegister()

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
