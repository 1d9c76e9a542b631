import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Text } from '#data/model/vocabulary.ts'
import { listRules } from '#policies/registry.ts'
import { buildSite, type SiteBuild } from '#site/build.ts'
import type { SiteIdentity } from '#site/settings.ts'
import { type ExportFixture, writeExportFixture } from './export-fixture.ts'

const both = (fr: string, en: string): Text => ({ fr, en })

/** An invented city. */
export const IDENTITY: SiteIdentity = {
  title: both('Code ouvert de Vaubrelle', 'Open code of Vaubrelle'),
  publisher: both('Ville de Vaubrelle', 'City of Vaubrelle'),
  contact: 'code@vaubrelle.example',
  isDemo: true,
  searches: [{ title: both('prise de rendez-vous', 'appointments'), query: 'halte' }],
  dataLicense: 'etalab-2.0',
}

/** Those that the export of a public site holds. */
export const RULES = listRules()
  .filter(({ rule }) => rule.audience === 'public')
  .map(({ rule, pack }) => ({
    id: rule.id,
    code: rule.code,
    pack: pack.id,
    severity: rule.severity,
  }))

/** A folder of the system that goes away with `remove`. */
export function scratch(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-site-test-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

interface FixtureBuild extends Partial<SiteBuild> {
  readonly name: string
  readonly fixture?: ExportFixture
  /** Changes the export before the site is built from it. */
  prepare?(database: string): void
}

/** Writes an export into `folder` and builds a site from it; answers the folder of the site. */
export async function buildFixture(
  folder: string,
  { name, fixture = {}, prepare, ...order }: FixtureBuild,
): Promise<string> {
  const database = join(folder, `${name}.sqlite`)
  const profile = order.profile ?? 'public'
  writeExportFixture(database, { components: 30, rules: RULES, profile, ...fixture })
  prepare?.(database)
  return buildAgain({ ...order, database, out: join(folder, name), profile })
}

/** Builds the site of the invented city from an export that is there. */
export async function buildAgain(order: Partial<SiteBuild> & Pick<SiteBuild, 'database' | 'out'>): Promise<string> {
  const usual = { profile: 'public', base: '/', languages: ['fr', 'en'], identity: IDENTITY } as const
  const { out } = await buildSite({ ...usual, ...order })
  return out
}
