import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogue } from './github/world/demo/catalogue.ts'
import { artifactId, repositoryName } from './github/world/demo/component.ts'
import { filesOf } from './github/world/demo/component-files.ts'
import { demoWorld } from './github/world/demo.ts'

/** The platform that the demo's components are written for: its own names are the rules' business. */
const platform = new Set(['lutece-core'])

/** First half of sha256 over a bare name (no prefix of a kind, no hyphen): which names are real is not told here. */
const realNames = new Set(
  readFileSync(new URL('./github/world/demo/real-name-hashes.txt', import.meta.url), 'utf8').split('\n'),
)

const isReal = (name: string) => realNames.has(createHash('sha256').update(bare(name)).digest('hex').slice(0, 16))

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(site-theme|plugin|module|library|site|theme)-/, '')
    .replace(/[-_]/g, '')
}

test('the list of real names knows a real one', () => {
  expect(isReal('plugin-forms')).toBe(true)
  expect(isReal('module-workflow-forms')).toBe(true)
})

test('no component of the demo has the name of a real one', () => {
  const names = catalogue.flatMap((c) => [artifactId(c), c.short, ...c.short.split('-'), repositoryName(c)])
  expect(names.filter((name) => !platform.has(name) && name !== 'core' && isReal(name))).toEqual([])
})

test('every name of the catalogue is used once', () => {
  const names = catalogue.map(artifactId)
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

test('people are numbers, and their addresses belong to nobody', () => {
  for (const account of demoWorld().accounts) {
    expect(account.login).toMatch(/^(contributor-\d{3}|veille-des-briques|vaubrelle-livraison)$/)
    expect(account).toMatchObject({ name: null, company: null })
    expect(account.email).toMatch(/@[a-z-]+\.example$/)
  }
})

test('files name no address, host or city that exists', () => {
  const text = catalogue.flatMap((c) => Object.values(filesOf(c))).join('\n')
  const hosts = [...text.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host)
  const addresses = [...text.matchAll(/[\w.-]+@([\w-]+(?:\.[\w-]+)+)/g)].map(([, domain]) => domain)
  const others = (found: (string | undefined)[], known: RegExp) => found.filter((one) => !known.test(one ?? ''))
  expect(
    others(
      hosts,
      /\.example$|^vaubrelle\.example$|^github\.com$|^maven\.apache\.org$|^www\.w3\.org$|^www\.springframework\.org$|^jakarta\.ee$/,
    ),
  ).toEqual([])
  expect(others(addresses, /\.example$/)).toEqual([])
  expect(text.replaceAll(/fr[./]paris[./]lutece/g, '')).not.toMatch(
    /\bparis\b|marseille|\blyon\b|toulouse|bordeaux|lutetia/i,
  )
})

test('two worlds of one seed are the same', () => {
  const heads = () => demoWorld().repositories.map((r) => [r.name, r.branches, r.tags, r.changeRequests.length])
  expect(heads()).toEqual(heads())
})
