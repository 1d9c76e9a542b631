/// <reference path="../../site/src/env.d.ts" />
/**
 * One task in a process of its own, for `site.ts`: `site-once.ts parvis DATABASE OUT`, `bare PROJECT OUT`,
 * `loaders DATABASE` or `drawings DATABASE`.
 */
import { registerHooks } from 'node:module'
import { openExport } from '#data/store.ts'
import { IDENTITY } from '../site/site-fixture.ts'

const LANGUAGES = ['fr', 'en'] as const

const [what, from = '', out = ''] = process.argv.slice(2)
if (what === 'parvis') await buildOurs(from, out)
else if (what === 'bare') await buildBare(from, out)
else if (what === 'loaders') await loadAll(from)
else await drawAll(from)

async function buildOurs(database: string, folder: string): Promise<void> {
  const { buildSite } = await import('#site/build.ts')
  const order = { database, out: folder, profile: 'public', base: '/', languages: LANGUAGES } as const
  await buildSite({ ...order, identity: IDENTITY })
}

async function buildBare(root: string, folder: string): Promise<void> {
  const { build } = await import('astro')
  process.chdir(root)
  await build({
    ...{ root, outDir: folder, configFile: false, logLevel: 'error', output: 'static', compressHTML: true },
    ...{ trailingSlash: 'always', devToolbar: { enabled: false }, build: { format: 'directory' } },
  })
}

/** What all pages of an internal build ask together: the public ones and the office's. */
async function loadAll(database: string): Promise<void> {
  const { loadEverything } = await import('#site/src/loaders/everything.ts')
  const store = await openExport(database)
  const { sheets, office } = await loadEverything(store, { profile: 'internal', identity: IDENTITY })
  store.close()
  if (sheets.length === 0 || office === undefined) throw new Error('the loaders answered nothing')
}

/** Every figure as an SVG in each language. Says itself what the drawing alone took, on a line of JSON. */
async function drawAll(database: string): Promise<void> {
  provideSettings(database)
  const { figures, register } = await import('#site/src/register.ts')
  const { svgFile } = await import('#site/src/drawings/figure-svg.ts')
  const { tell } = await import('#site/src/telling/telling.ts')
  const before = process.cpuUsage()
  const drawn = figures.flatMap((figure) =>
    LANGUAGES.flatMap((language) => svgFile(figure, language, tell(figure, language, register.floor)) ?? []),
  )
  const { user, system } = process.cpuUsage(before)
  if (drawn.length === 0) throw new Error('nothing was drawn')
  console.log(JSON.stringify({ drawings: drawn.length, seconds: (user + system) / 1e6 }))
}

/** Stands in for the door by which a build hands its settings to the pages. */
function provideSettings(database: string): void {
  const address = 'parvis:settings'
  const settings = { database, profile: 'public', base: '/', languages: LANGUAGES, identity: IDENTITY }
  const told = { ...settings, content: { pages: [], articles: [] }, brand: {}, off: [], log: [], guide: [] }
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'virtual:parvis-site' ? { url: address, shortCircuit: true } : next(specifier, context),
    load: (url, context, next) =>
      url === address
        ? { format: 'module', source: `export const settings = ${JSON.stringify(told)}`, shortCircuit: true }
        : next(url, context),
  })
}
