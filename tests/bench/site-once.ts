/** One build in a process of its own, for `site.ts`: `site-once.ts parvis|bare DATABASE|SITE OUT`. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'astro'
import { buildSite } from '#site/build.ts'
import { IDENTITY } from '../site/site-fixture.ts'

/** Every page of a built site, each by one `set:html` of what is read from the disk. */
const ONE_FILE = `---
import { readFileSync } from 'node:fs'
import paths from '../../paths.json'
export function getStaticPaths() {
  return paths.map(({ path, file }) => ({ params: { path }, props: { file } }))
}
const html = readFileSync(Astro.props.file, 'utf8')
---
<Fragment set:html={html} />
`

const [what, from = '', out = ''] = process.argv.slice(2)
if (what === 'parvis') {
  const order = { database: from, out, profile: 'public', base: '/', languages: ['fr', 'en'] } as const
  await buildSite({ ...order, identity: IDENTITY })
} else {
  await buildBare(from, out)
}

/** Pages by Astro, all other files carried as they are, so that both builds leave the same bytes behind. */
async function buildBare(site: string, out: string): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'parvis-bare-'))
  process.chdir(root)
  try {
    await symlink(
      dirname(dirname(fileURLToPath(import.meta.resolve('astro/package.json')))),
      join(root, 'node_modules'),
    )
    const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => isFile(join(site, file)))
    const pages = files.filter((file) => file.endsWith('index.html') && file !== 'index.html')
    for (const file of files.filter((name) => !pages.includes(name))) {
      await cp(join(site, file), join(root, 'public', file))
    }
    const paths = pages.map((file) => ({ path: dirname(file), file: join(site, file) }))
    await mkdir(join(root, 'src', 'pages'), { recursive: true })
    await writeFile(join(root, 'paths.json'), JSON.stringify(paths))
    await writeFile(join(root, 'src', 'pages', '[...path].astro'), ONE_FILE)
    await build({
      ...{ root, outDir: out, configFile: false, logLevel: 'error', output: 'static', compressHTML: true },
      ...{ trailingSlash: 'always', devToolbar: { enabled: false }, build: { format: 'directory' } },
    })
    if (readFileSync(join(out, pages[0] ?? '')).length === 0) throw new Error('the bare build wrote nothing')
  } finally {
    process.chdir('/')
    await rm(root, { recursive: true, force: true })
  }
}

function isFile(path: string): boolean {
  return statSync(path).isFile()
}
