import { readFileSync } from 'node:fs'
import { settings } from 'virtual:parvis-site'
import { activityFile, componentsFile, figureFile, rulesFile, sheetFile } from './figures/data-files.ts'
import { evidenceFile, governanceFile } from './figures/governance-files.ts'
import { releaseFeed } from './figures/release-feed.ts'
import { catalogue, evidence, figures, governance, guide, register, sheets } from './register.ts'

/** Every file under `data/`, by name: what the pages link to and say the size of. Texts are made once. */
const texts: ReadonlyMap<string, () => string> = new Map([
  ...(['csv', 'json'] as const).flatMap((kind) => [
    [`components.${kind}`, () => componentsFile(catalogue, kind)] as const,
    ...figures.map((figure) => [`${figure.id}.${kind}`, () => figureFile(figure, kind)] as const),
  ]),
  ...sheets.flatMap((sheet) => [
    [`components/${sheet.entry.slug}.csv`, () => activityFile(sheet.activity)] as const,
    [`components/${sheet.entry.slug}.json`, () => sheetFile(sheet)] as const,
  ]),
  // Nothing of an internal build is to be subscribed to.
  ...(settings.profile === 'public'
    ? settings.languages.map((language) => [`releases.${language}.atom`, () => releaseFeed(language)] as const)
    : []),
  ...governanceFiles(governance),
  ...evidence.map((counted) => [`evidence/${counted.slug}.csv`, () => evidenceFile(counted)] as const),
  ...(register.conformity === 'off' ? [] : [['rules.csv', () => rulesFile(guide)] as const]),
])

const whole = settings.profile === 'public' ? ['register.sqlite'] : []

export const fileNames: readonly string[] = [...texts.keys(), ...whole]

export function fileContent(name: string): string | Buffer<ArrayBuffer> {
  return name === 'register.sqlite' ? readFileSync(settings.database) : (texts.get(name)?.() ?? '')
}

/** Bytes. */
export function fileSize(name: string): number {
  return Buffer.byteLength(fileContent(name))
}

function governanceFiles(told: typeof governance) {
  if (told === undefined) return []
  return (['csv', 'json'] as const).map((kind) => [`governance.${kind}`, () => governanceFile(told, kind)] as const)
}
