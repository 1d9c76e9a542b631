import { governanceMethod } from '#policies/ggi/registry.ts'
import { builtinPacks } from '#policies/registry.ts'
import type { SiteSettings } from '../../settings.ts'
import { loadAdoption } from './adoption.ts'
import { loadAgenda } from './agenda.ts'
import { loadAnswers } from './answers.ts'
import { loadAssemblies } from './assemblies.ts'
import { entryFinder, loadCatalogue } from './catalogue.ts'
import { loadCollections } from './collections.ts'
import { loadComponentSheets } from './component-sheets.ts'
import { loadGuide } from './conformity.ts'
import { loadInvitations } from './contribute.ts'
import { figuresOf } from './figures.ts'
import { loadGovernance } from './ggi.ts'
import { loadEvidence } from './ggi-evidence.ts'
import { loadHome } from './home.ts'
import { loadImpact } from './impact.ts'
import { loadOfficer } from './officer.ts'
import { openDataOf } from './open-data.ts'
import { loadProviders } from './providers.ts'
import { loadQuality } from './quality.ts'
import { type Asked, loadRegister } from './reading.ts'
import { loadReports } from './reports.ts'
import { loadServices } from './services.ts'
import { loadStandings } from './standing.ts'
import { loadUpkeep } from './upkeep.ts'

type Told = Pick<SiteSettings, 'profile' | 'identity' | 'packs' | 'openData'>

/** Everything that all pages show together: a set of questions whose number is the same for ten components and for thousands. */
export async function loadEverything(store: Asked, settings: Told) {
  const method = governanceMethod()
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
  const answers = await loadAnswers(store)
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
    office: isPublic
      ? undefined
      : await loadOfficer(store, register, {
          ...{ entryOf, standings, entries: catalogue.entries },
          isDemo: settings.identity.isDemo === true,
        }),
    reports: await loadReports(store),
    impact: await loadImpact(store, register),
    invitations: await loadInvitations(store, register, { entryOf, standings }),
    upkeepOf: await loadUpkeep(store),
  }
}
