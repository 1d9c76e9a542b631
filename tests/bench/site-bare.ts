/** A bare Astro project that leaves the files of a built site behind: pages by one `set:html`, the rest carried. */
import { linkSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

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

/**
 * Writes the project into `root`, which must be on the disk of `site`: what is carried is linked, so that a bare build
 * is charged with its own copy of it and no other.
 */
export function writeBareProject(root: string, site: string, what: 'all' | 'pages'): void {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(join(root, 'src', 'pages'), { recursive: true })
  const modules = dirname(dirname(fileURLToPath(import.meta.resolve('astro/package.json'))))
  symlinkSync(modules, join(root, 'node_modules'))
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(site, file)).isFile(),
  )
  const isPage = (file: string) => file.endsWith('index.html') && file !== 'index.html'
  for (const file of what === 'all' ? files.filter((name) => !isPage(name)) : []) {
    mkdirSync(dirname(join(root, 'public', file)), { recursive: true })
    linkSync(join(site, file), join(root, 'public', file))
  }
  const paths = files.filter(isPage).map((file) => ({ path: dirname(file), file: join(site, file) }))
  writeFileSync(join(root, 'paths.json'), JSON.stringify(paths))
  writeFileSync(join(root, 'src', 'pages', '[...path].astro'), ONE_FILE)
}
