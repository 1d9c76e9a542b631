import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dev } from '#cli/commands/site-dev.ts'
import { openForWriting, organisation, repository, save } from '../data/world.ts'
import { temporaryFolder } from './temporary-folder.ts'

const CONFIG = `
organisations: [{ name: ville-inventee, server: 'https://forge.example' }]
packs: []
site: { demo: true, languages: [fr], content: textes }
`
const page = (title: string) =>
  `---\ntitle: ${title}\ndescription: Une page de la ville\n---\n\nUn texte de la ville.\n`

it('builds again when a text changes, keeps the last site when that fails, and stops with Ctrl-C', async () => {
  const cwd = temporaryFolder({ 'parvis.yaml': CONFIG, 'textes/pages/marche.fr.md': page('Premier titre') })
  mkdirSync(join(cwd, '.parvis'))
  const store = await openForWriting(join(cwd, '.parvis', 'parvis.sqlite'))
  await save(store, [organisation(), repository(1)])
  store.close()

  const said = listener()
  const stop = new AbortController()
  const io = { out: said.hear, err: said.hear, env: {}, cwd, isTerminal: false, hasColor: false, now: () => new Date() }
  const ended = dev({ io, signal: stop.signal, exit: () => {}, options: { profile: 'public', port: 0 } })
  const served = said.when(/^http:\S+/u)
  const [url] = await Promise.race([served, ended.then(() => Promise.reject(new Error('it stopped')))])
  const title = async () => /<h1[^>]*>([^<]*)/u.exec(await (await fetch(`${url}fr/pages/marche/`)).text())?.[1]?.trim()
  expect(await title()).toBe('Premier titre')

  const change = (text: string) => writeFileSync(join(cwd, 'textes/pages/marche.fr.md'), text)
  const rebuilt = said.when(/^built in/u)
  change(page('Second titre'))
  await rebuilt
  expect(await title()).toBe('Second titre')

  const refused = said.when(/^parvis: /u)
  change('no front matter at all')
  await refused
  expect(await title()).toBe('Second titre')

  stop.abort()
  await ended
}, 120_000)

/** Hears what is said; answers the first match that comes after the question was put. */
function listener() {
  let waiting: { readonly pattern: RegExp; readonly done: (found: RegExpExecArray) => void } | undefined
  return {
    hear(text: string) {
      const found = waiting?.pattern.exec(text)
      if (found) waiting?.done(found)
    },
    when: (pattern: RegExp) => new Promise<RegExpExecArray>((done) => (waiting = { pattern, done })),
  }
}
