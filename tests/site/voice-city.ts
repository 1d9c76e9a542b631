import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Finding, RuleOutcome } from '#data/model/lint.ts'
import { blobOid } from '#data/model/oid.ts'
import type { ChangeRequestRecord, Record } from '#data/model/records.ts'
import { licenseMarks } from '#data/reference/license-marks.ts'
import { findRule } from '#policies/registry.ts'
import { runParvis } from '../cli/run-parvis.ts'
import { registerOf, standings } from '../data/metrics/city.ts'
import {
  changeRequest,
  commit,
  issue,
  openForWriting,
  organisation,
  person,
  repository,
  SERVER,
  save,
} from '../data/world.ts'

/**
 * An invented city with one of each thing that may not be told, each with a mark of its own, beside what may; and its
 * sites as the command line builds them.
 */

const NOW = '2026-11-15T23:30:00Z'
const READ_AT = '2026-11-15T08:00:00Z'
export const CONTACT = 'code@ville.example'

/** Everything that the public is told of by no page, table, feed or file. The build says it all in lower case as well. */
export const MARKS = {
  'a private repository': ['marque-prive', 'marque-description', 'marque-sujet', 'marque-version-9'],
  'people of the host': ['marque-auteur', 'marque-courriel.example'],
  'titles without a chosen label, and labels': ['marque-titre', 'marque-etiquette'],
  'adopters without consent, or not confirmed for two years': ['marque-sansaccord', 'marque-perimee'],
  'leads, requests and decisions': ['marque-piste', 'marque-demande', 'marque-decision'],
  'plans B, risks, environments and versions in service': ['marque-planb', 'marque-risque', 'marque-environnement'],
  'costs that nobody approved, services of the house, notes': ['marque-cout', 'marque-service', 'marque-note'],
  'withdrawn credits and providers': ['marque-ingrate', 'marque-retiree', 'marque-muette'],
  "somebody else's failures": ['marque-faute'],
} as const

const text = (fr: string, en = fr) => ({ fr, en })
const LAST_YEAR = { confirmedAt: '2026-06-12', since: '2024-01-10' }

const licenseText = (wanted: string) =>
  licenseMarks
    .find(({ spdx }) => spdx === wanted)
    ?.marks.map((phrases) => phrases[0])
    .join('.\n\n') ?? ''

const artifact = (name: string, version = '1.0.0') =>
  `<dependency><groupId>fr.paris.lutece.plugins</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`

function pom(name: string, { packaging = 'lutece-plugin', inner = '' } = {}): string {
  return `<project><parent><groupId>fr.paris.lutece.tools</groupId><artifactId>lutece-global-pom</artifactId><version>6.1.0</version></parent>
<groupId>fr.paris.lutece.plugins</groupId><artifactId>${name}</artifactId><version>1.0.0</version><packaging>${packaging}</packaging>
${inner}</project>\n`
}

const needs = (...names: readonly string[]) =>
  `<dependencies>${names.map((name) => artifact(name)).join('')}</dependencies>`

/** What a repository holds, as the collection of trees and files would say it. */
function files(number: number, held: Readonly<globalThis.Record<string, string>>): readonly Record[] {
  const entries = Object.entries(held).map(([path, content]) => {
    const bytes = Buffer.from(content)
    return { path, mode: '100644', oid: blobOid(bytes), size: bytes.length, bytes } as const
  })
  return [
    {
      ...{ type: 'tree', repository: { server: SERVER, hostId: String(number) } },
      ...{ treeOid: blobOid(Buffer.from(`tree ${number}`)), entries: entries.map(({ bytes: _, ...entry }) => entry) },
    },
    ...entries.map(({ oid, bytes }): Record => ({ type: 'blob', oid, content: bytes })),
  ]
}

const component = (number: number, artifactId: string, kind: 'plugin' | 'site' | 'library' = 'plugin'): Record => ({
  ...{ type: 'component', repository: { server: SERVER, hostId: String(number) } },
  components: [
    { path: '', kind, line: 'v7', groupId: 'fr.paris.lutece.plugins', artifactId, version: '1.0.0', title: null },
  ],
})

const PRIVATE = 'plugin-marque-prive'

function repositories(): readonly Record[] {
  const old = { headCommittedAt: '2019-03-01T00:00:00Z' }
  return [
    organisation(),
    repository(1, { name: 'plugin-guichet', headOid: 'a1b2c3d'.padEnd(40, '0') }),
    ...files(1, {
      'pom.xml': pom('plugin-guichet', { inner: '<licenses><license><name>MIT</name></license></licenses>' }),
      LICENSE: licenseText('BSD-3-Clause'),
      'src/java/Page.java': `/*\n${licenseText('Apache-2.0')}\n*/\nclass Page {}\n`,
    }),
    component(1, 'plugin-guichet'),
    repository(2, {
      ...{
        name: 'marque-prive-depot',
        url: 'https://forge.example/marque-prive-depot',
        readability: 'restricted',
        visibility: 'private',
      },
      ...{ description: 'marque-description', topics: [{ topic: 'marque-sujet' }] },
      ...{ latestReleaseTag: 'marque-version-9', latestReleaseAt: '2026-10-01T00:00:00Z' },
    }),
    ...files(2, { 'pom.xml': pom(PRIVATE, { inner: needs('plugin-guichet') }) }),
    component(2, PRIVATE),
    repository(3, { name: 'pack-accueil' }),
    ...files(3, {
      'pom.xml': pom('site-accueil', { packaging: 'lutece-site', inner: needs('plugin-guichet', PRIVATE) }),
    }),
    component(3, 'site-accueil', 'site'),
    repository(4, { owner: 'voisine', name: 'plugin-voisin', headOid: 'd4e5f6a'.padEnd(40, '0') }),
    ...files(4, { 'pom.xml': pom('plugin-voisin') }),
    component(4, 'plugin-voisin'),
    repository(5, { owner: 'voisine', name: 'plugin-fautif' }),
    component(5, 'plugin-fautif'),
    repository(6, { owner: 'lointaine', name: 'plugin-silencieux' }),
    component(6, 'plugin-silencieux'),
    repository(7, { name: 'library-finie', ...old }),
    component(7, 'library-finie', 'library'),
    repository(8, { name: 'library-endormie', ...old }),
    component(8, 'library-endormie', 'library'),
    repository(9, { name: 'pack-fragile' }),
    ...files(9, { 'pom.xml': pom('site-fragile', { packaging: 'lutece-site', inner: needs('plugin-guichet') }) }),
    component(9, 'site-fragile', 'site'),
  ]
}

/** Twelve closed without anybody taking them over, each by somebody else: what became of them is not known. */
function contributions(): readonly Record[] {
  const outsider = (index: number) =>
    person(100 + index, { login: `marque-auteur-${index}`, emailDomain: 'marque-courriel.example' })
  const closed = Array.from(
    { length: 12 },
    (_, index): ChangeRequestRecord =>
      changeRequest(index + 1, {
        ...{ author: outsider(index), title: `marque-titre ${index}`, labels: [{ label: 'marque-etiquette' }] },
        ...{ state: 'closed', createdAt: '2026-09-05T10:00:00Z', closedAt: '2026-09-09T10:00:00Z' },
        // One member of staff answers them all.
        ...{ firstResponseAt: '2026-09-20T10:00:00Z', firstResponder: person(50) },
      }),
  )
  // Five contractors with one proposal each in a month of its own, and one of them again in the month of the twelve.
  const byContractor = ['03', '04', '05', '06', '07', '09'].map((month, index) =>
    changeRequest(70 + index, {
      ...{ author: person(70 + (index % 5)), title: 'marque-titre', state: 'merged', labels: [], mergedBy: person(50) },
      ...{
        createdAt: `2026-${month}-04T10:00:00Z`,
        mergedAt: `2026-${month}-06T10:00:00Z`,
        closedAt: `2026-${month}-06T10:00:00Z`,
      },
    }),
  )
  return [
    standings({
      50: 'staff',
      ...Object.fromEntries(closed.map((_, index) => [100 + index, 'individual'])),
      ...Object.fromEntries(byContractor.map((_, index) => [70 + (index % 5), 'contractor'])),
    }),
    ...closed,
    ...byContractor,
    changeRequest(40, { of: 2, author: outsider(3), title: 'marque-titre', labels: [] }),
    commit('work', { author: person(50), committer: person(50), committedAt: '2026-10-01T10:00:00Z' }),
    issue(60, { title: 'Le calendrier est vide', labels: [{ label: 'pour commencer' }], author: outsider(1) }),
    issue(61, { title: 'marque-titre', labels: [{ label: 'autre' }], author: outsider(1) }),
  ]
}

const adopter = (organisationName: string, more: object) => ({
  ...{ organisation: organisationName, type: 'city', country: 'FR', component: 'plugin-guichet', state: 'in-service' },
  ...{ basis: 'told-us', ...LAST_YEAR, ...more },
})

const provider = (organisationName: string, more: object = {}) => ({
  ...{ organisation: organisationName, country: 'FR', offers: ['hosting'], proof: 'https://preuve.example/une' },
  ...{ declaredAt: '2026-03-02', ...more },
})

const REGISTERS: Readonly<globalThis.Record<string, readonly object[]>> = {
  adopters: [
    adopter('Ville Nommée', { consentAt: '2026-06-12' }),
    adopter('marque-sansaccord', { country: 'HU', type: 'hospital' }),
    adopter('marque-perimee', { confirmedAt: '2024-11-14', consentAt: '2024-11-14' }),
    adopter('Ville Au Pack', { component: 'ville-inventee/pack-accueil', isAssembly: true, consentAt: '2026-06-12' }),
    adopter('Ville Cachée', { component: PRIVATE, consentAt: '2026-06-12' }),
  ],
  leads: [
    { repository: 'marque-piste/depot', component: 'plugin-guichet', foundAt: '2026-02-01', source: 'code-search' },
  ],
  requests: [
    {
      id: 'r1',
      organisation: 'marque-demande',
      role: 'DSI',
      words: 'marque-demande',
      stage: 'received',
      receivedAt: '2026-03-01',
    },
  ],
  decisions: [
    { id: 'd1', question: 'marque-decision', body: 'Comité', askedAt: '2026-03-01', outcome: null, decidedAt: null },
  ],
  fallbacks: [
    {
      brick: 'postgres',
      environment: 'marque-environnement',
      alternative: 'marque-planb',
      effort: 'weeks',
      risk: 'high',
      owner: 'Ada Exemple',
      review: '2026-01-31',
    },
  ],
  bricks: [
    {
      brick: 'postgres',
      environment: 'marque-environnement',
      version: 'marque-version-9',
      supplierRisk: 'marque-risque',
      referent: 'Exploitation',
    },
  ],
  costs: [
    {
      id: 'c1',
      what: 'marque-cout',
      kind: 'spent',
      year: 2026,
      amount: 999_123,
      currency: 'EUR',
      method: 'marque-cout',
      approvedBy: null,
      approvedAt: null,
    },
    {
      id: 'c2',
      what: 'Hébergement commun',
      kind: 'saved',
      year: 2026,
      amount: 12_000,
      currency: 'EUR',
      method: 'Marché',
      approvedBy: 'Direction des finances',
      approvedAt: '2026-02-01',
    },
  ],
  services: [
    {
      id: 'rdv',
      name: text('Prendre rendez-vous', 'Book an appointment'),
      assembly: 'ville-inventee/pack-accueil',
      components: ['plugin-guichet', PRIVATE],
      isPublic: true,
      since: '2024-02-01',
      note: 'marque-note',
    },
    { id: 'maison', name: text('marque-service'), components: ['plugin-guichet'], isPublic: false },
  ],
  needs: [
    {
      id: 'creneau',
      words: text('Réserver un créneau', 'Book a slot'),
      alsoCalled: ['agenda'],
      components: ['plugin-guichet', PRIVATE],
      assemblies: [],
    },
  ],
  collections: [
    {
      id: 'debut',
      title: text('Pour commencer', 'Start here'),
      why: text('Les bases', 'The basics'),
      components: ['plugin-guichet', PRIVATE],
    },
  ],
  roadmap: [{ id: 'm1', title: text('marque-prive avance'), component: PRIVATE, state: 'planned' }],
  trials: [
    {
      ...{ assembly: 'ville-inventee/pack-accueil', date: '2026-10-05', revision: 'cafe123', result: 'started' },
      ...{ command: 'docker compose up', contact: 'Équipe des packs' },
    },
    {
      ...{ assembly: 'ville-inventee/pack-fragile', date: '2026-10-06', revision: 'cafe124', result: 'failed' },
      command: 'docker compose up',
    },
  ],
  components: [
    { component: 'library-finie', state: 'stable', since: '2020-01-01', maintainer: 'jeanne-d' },
    { component: PRIVATE, summary: text('marque-description'), maintainer: 'Équipe' },
  ],
  outside: [
    { repository: 'voisine/*', organisation: 'La Voisine', agreedAt: '2026-05-01', contact: 'DSI' },
    { repository: 'lointaine/*', organisation: 'La Lointaine', agreedAt: null },
  ],
  providers: [
    provider('Zénith'),
    provider('Éclaircie'),
    provider('atelier du code'),
    provider('marque-retiree', { withdrawnAt: '2026-04-01' }),
    provider('marque-muette', { declaredAt: '2024-11-14' }),
  ],
  credits: [
    { name: 'La plume du lundi', what: text('la relecture', 'reading through'), consentAt: '2026-01-02' },
    {
      name: 'marque-ingrate',
      what: text('la relecture', 'reading through'),
      consentAt: '2026-01-02',
      withdrawnAt: '2026-05-01',
    },
  ],
  corrections: [
    {
      date: '2026-06-01',
      page: 'Réutilisateurs',
      what: text('Un nom était faux.', 'A name was wrong.'),
      correctedBy: 'Mission code',
    },
    {
      date: '2026-07-01',
      page: 'Réutilisateurs',
      what: text('Nous ne l’utilisons plus.', 'We use it no more.'),
      correctedBy: 'Mission code',
      replyFrom: 'Ville Citée',
    },
  ],
  facts: [
    {
      id: 'services',
      statement: text('Trois cents services tournent.', 'Three hundred services run.'),
      value: 300,
      unit: 'services',
      scope: 'la ville',
      source: 'Rapport annuel',
      date: '2026-01-01',
      review: '2027-01-01',
    },
  ],
}

function outcome(code: string, kept: boolean, until?: string): RuleOutcome {
  const id = findRule(code)?.rule.id ?? ''
  const rule = { rule: id, code, pack: 'lutece', severity: 'error' } as const
  const finding: Finding = {
    ...{ ...rule, outcome: 'fail', confidence: 'high', messageId: 'engine/no-refs', args: {}, fingerprint: 'f' },
    location: { path: 'marque-faute.xml' },
    ...(until && { waiver: { reason: 'marque-faute', until, approvedBy: 'Comité' } }),
  }
  return { ...rule, outcome: kept ? 'pass' : 'fail', findings: kept ? [] : [finding] }
}

const JUDGED: Readonly<globalThis.Record<string, readonly RuleOutcome[]>> = {
  'ville-inventee/plugin-guichet': [outcome('POM-01', true), outcome('POM-02', true)],
  'ville-inventee/marque-prive-depot': [outcome('POM-01', false)],
  'voisine/plugin-voisin': [outcome('POM-01', true), outcome('POM-02', false, '2027-01-31')],
  'voisine/plugin-fautif': [outcome('POM-01', true), outcome('POM-02', false)],
  'lointaine/plugin-silencieux': [outcome('POM-01', true)],
}

const CONFIG = `
organisations: [{ name: ville-inventee, server: 'https://${SERVER}' }]
packs: [lutece]
registers: { ${Object.keys(REGISTERS)
  .map((id) => `${id}: registers/${id}.yaml`)
  .join(', ')} }
promise: { workingDays: 5, contact: { fr: "l’équipe socle (${CONTACT})", en: "the core team (${CONTACT})" } }
targets: [{ metric: change-requests, measure: outside-share, atLeast: 37, by: 2026-12-31 }]
publish: { goodFirstIssues: [pour commencer], PUBLISH }
site:
  contact: CONTACT
  issuesAt: https://forge.example/site/issues
  title: { fr: Code ouvert de la ville, en: Open code of the city }
  publisher: { fr: Ville inventée, en: Invented city }
  headlines:
    - { figure: issues, text: { fr: Une phrase choisie, en: A chosen sentence }, date: 2026-11-01, by: { fr: Ada Exemple, en: Ada Example } }
`

export interface VoiceCity {
  /** A file of a site, by its path. */
  readonly site: (name: SiteName) => string
  /** What the build said, by name of the site. */
  readonly said: Readonly<globalThis.Record<SiteName, string>>
}

/** `reserved`: public, in the months before a vote, with conformity off and without providers. */
export type SiteName = 'open' | 'inside' | 'reserved'

/** Collects nothing and builds three sites into `folder`. */
export async function voiceCity(folder: string): Promise<VoiceCity> {
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const config = (publish: string, contact = CONTACT) => CONFIG.replace('PUBLISH', publish).replace('CONTACT', contact)
  write('parvis.yaml', config('providers: true, ggi: false'))
  // The sixteenth has begun in Paris when the data is read, and not yet in UTC.
  write(
    'reserve.yaml',
    config('conformity: off, reserve: { from: 2026-11-16, to: 2026-12-06 }', 'ada.exemple@ville.example').replace(
      'site:',
      'site:\n  languages: [fr]',
    ),
  )
  mkdirSync(join(folder, '.parvis'))
  const store = await openForWriting(join(folder, '.parvis/parvis.sqlite'))
  const streams = ['repositories', 'change-requests', 'issues', 'commits', 'tree']
  await save(store, [...repositories(), ...contributions()], {
    at: READ_AT,
    finished: streams.flatMap((stream) =>
      Array.from({ length: 9 }, (_, index) => ({ subject: `${SERVER}/${index + 1}`, stream, watermark: READ_AT })),
    ),
  })
  await save(
    store,
    Object.entries(REGISTERS).map(([id, lines]) => registerOf(id, lines)),
    { at: READ_AT },
  )
  const subjects = Object.entries(JUDGED).map(([name, outcomes]) => ({
    ...({
      subject: name,
      repository: name,
      kind: 'plugin',
      line: 'v7',
      coverage: 'complete',
      component: null,
    } as const),
    outcomes,
  }))
  const packs = [{ id: 'lutece', digest: 'd'.repeat(64) }]
  await store.saveLint({ asOf: '2026-11-15', packs, subjects }, { at: READ_AT })
  store.close()
  const build = async (name: SiteName, ...more: readonly string[]) => {
    const ran = await runParvis(['site', 'build', '--out', name, ...more], { cwd: folder, now: NOW })
    if (ran.code !== 0) throw new Error(ran.err + ran.out)
    return ran.err
  }
  const said = {
    open: await build('open'),
    inside: await build('inside', '--profile', 'internal'),
    reserved: await build('reserved', '--config', 'reserve.yaml', '--accept', 'A site of its own'),
  }
  return { site: (name) => join(folder, name), said }
}

/** A file of a site as text. */
export function read(site: string, path: string): string {
  return readFileSync(join(site, path), 'utf8')
}
