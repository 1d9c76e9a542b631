import { join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroInlineConfig, AstroIntegration } from 'astro'
import type { SiteSettings } from './settings.ts'

// Written as an address so that packing points it at the emitted file.
const PAGE_SCRIPT = fileURLToPath(new URL('./src/scripts/page.ts', import.meta.url))

export interface AstroPlace {
  readonly settings: SiteSettings
  /** The same once the open data is written, of which the pages tell. */
  readonly complete: Promise<SiteSettings>
  /** Stylesheet of the city's look. */
  readonly look: string
  /** Scratch root: caches go there. */
  readonly root: string
  /** `site/src` of the package. */
  readonly source: string
  readonly out: string
  /** What is done to each page before it is written. */
  readonly finish: AstroIntegration
}

type Plugin = Extract<
  NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number],
  { name: string; enforce?: unknown }
>

export function astroSettings({ settings, complete, look, root, source, out, finish }: AstroPlace): AstroInlineConfig {
  return {
    root,
    srcDir: source,
    outDir: out,
    publicDir: join(root, 'public'),
    cacheDir: join(root, '.cache'),
    configFile: false,
    logLevel: 'error',
    output: 'static',
    base: settings.base,
    ...(settings.site === undefined ? {} : { site: settings.site }),
    trailingSlash: 'always',
    // The default drops spaces between inline elements, and with them the spaces of French sentences.
    compressHTML: true,
    devToolbar: { enabled: false },
    integrations: [
      finish,
      {
        name: 'parvis:script',
        hooks: {
          // One script for all pages, which fetches the rest where a page has use for it. A script inside a component
          // would tie the sources to the scratch root.
          'astro:config:setup': ({ injectScript }) => {
            injectScript('page', `import ${JSON.stringify(PAGE_SCRIPT)}`)
          },
        },
      },
    ],
    // While one page is weighed and written, the next are drawn.
    build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never', concurrency: 4 },
    vite: {
      cacheDir: join(root, '.vite'),
      plugins: [settingsModule(complete), lookModule(look), otherRooms(source)],
      build: { assetsInlineLimit: 0, emptyOutDir: true },
      environments: { prerender: { resolve: { noExternal: true } } },
    },
  }
}

/** The one door through which settings and the path of the database reach pages. */
function settingsModule(complete: Promise<SiteSettings>): Plugin {
  const id = 'virtual:parvis-site'
  return {
    name: 'parvis:settings',
    resolveId: (source: string) => (source === id ? `\0${id}` : undefined),
    load: async (source: string) =>
      source === `\0${id}` ? `export const settings = ${JSON.stringify(await complete)}` : undefined,
  }
}

/** The city's look as one more stylesheet, which ends up in the same file as the others, and as a text. */
function lookModule(look: string): Plugin {
  const id = '/virtual-parvis-look.css'
  return {
    name: 'parvis:look',
    resolveId: (source: string) =>
      source === 'virtual:parvis-look.css' ? id : source === 'virtual:parvis-look' ? `\0${source}` : undefined,
    load: (source: string) =>
      source === id ? look : source === '\0virtual:parvis-look' ? `export default ${JSON.stringify(look)}` : undefined,
  }
}

/**
 * Leaves `data/` and `policies/` out of the bundle and imports them where they lie: they find their own files
 * (queries, packs) and the database driver by their own address, which bundling would take away.
 */
function otherRooms(source: string): Plugin {
  const house = join(source, '..', '..', sep)
  const outside = ['data', 'policies'].map((room) => join(house, room, sep))
  return {
    name: 'parvis:rooms',
    enforce: 'pre',
    async resolveId(specifier: string, importer: string | undefined) {
      if (!/^[#.]/.test(specifier)) return undefined
      const found = await this.resolve(specifier, importer, { skipSelf: true })
      const path = found?.id.startsWith('file:') ? fileURLToPath(found.id) : found?.id
      if (path === undefined || !outside.some((room) => path.startsWith(room))) return undefined
      return { id: pathToFileURL(path).href, external: true }
    },
  }
}
