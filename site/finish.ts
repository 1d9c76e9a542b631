import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AstroIntegration } from 'astro'
import { costLedger } from './cost-ledger.ts'
import { raiseOrdinals } from './ordinals.ts'
import type { SiteSettings } from './settings.ts'
import { unlinker } from './unlink.ts'
import { weigher } from './weigh.ts'

export interface Finish {
  /** Finishes each page between its drawing and its writing, so that none is read again. */
  readonly integration: AstroIntegration
  /** Finishes the pages that had to wait for a file written after them; to be called once the site is whole. */
  readonly rest: () => Promise<void>
}

interface FinishSettings extends Pick<SiteSettings, 'off' | 'base' | 'languages'> {
  /** Once aborted, pages that are not drawn yet never are. */
  readonly signal?: AbortSignal | undefined
}

/** What is done to every page that Astro draws: dead links go, ordinals are raised, and its weight is told; the page on eco-design tells those of all. */
export function finishPages(folder: string, settings: FinishSettings): Finish {
  const { base, languages, signal } = settings
  const ledger = costLedger({ folder, base, languages })
  const unlink = unlinker(settings)
  const weigh = weigher(folder, settings.base)
  const waiting: string[] = []
  // Bytes all along: to make a text of every page and bytes of it again would take longer than to draw it.
  const finish = async (page: Buffer<ArrayBuffer>, path: string) => {
    const linked = raiseOrdinals(unlink(page))
    ledger.note(path, linked.byteLength)
    const weighed = ledger.isItsPage(path) ? undefined : await weigh(linked)
    if (weighed === undefined) waiting.push(path)
    return weighed ?? linked
  }
  return {
    integration: {
      name: 'parvis:finish',
      hooks: {
        'astro:build:start': ({ setPrerenderer }) => {
          setPrerenderer((standard) => ({
            ...standard,
            render: async (request, options) => {
              // An answer without a body leaves no file; an error would be told of a page that has none.
              if (signal?.aborted) return new Response(null)
              const drawn = await standard.render(request, options)
              if (options.routeData.type !== 'page') return drawn
              const response = drawn instanceof Response ? drawn : drawn.response
              const page = Buffer.from(await response.arrayBuffer())
              return new Response(await finish(page, pathOf(request, settings.base)), response)
            },
          }))
        },
      },
    },
    rest: async () => {
      for (const path of waiting) {
        const file = join(folder, path)
        const page = readFileSync(file)
        const weighed = await weigh(ledger.isItsPage(path) ? ledger.write(page) : page)
        if (weighed === undefined) throw new Error(`${path} loads a file that the build did not write`)
        writeFileSync(file, weighed)
      }
    },
  }
}

/** File of a page below the folder of the site: Astro writes the page of missing pages as hosts look for it. */
function pathOf(request: Request, base: string): string {
  const path = decodeURI(new URL(request.url).pathname).slice(base.length)
  return path === '404/' ? '404.html' : `${path}index.html`
}
