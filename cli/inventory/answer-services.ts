import type { Service } from '#data/inventory/services.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { table } from '../reporters/table.ts'
import type { CellValue, InventoryAnswer } from './answer.ts'
import { chooseNamed } from './choose.ts'
import type { Holdings } from './holdings.ts'
import { loadServices } from './load-services.ts'
import { told, UNKNOWN } from './words.ts'

const WORDS = {
  fr: {
    heads: ['service', 'public', 'depuis', 'assemblage', 'usages en un an', 'composants', 'génériques'],
    yes: 'oui',
    no: 'non',
    none: 'Aucun service n’est au registre (registers.services dans parvis.yaml).',
    use: (count: string, { of, year, source }: Use) => `${count} ${of ?? 'usages'} en ${year} (${source})`,
    note: 'Génériques : composants qui servent aussi ailleurs (autre service, autre assemblage, autre organisation), sur ceux du service.',
  },
  en: {
    heads: ['service', 'public', 'since', 'assembly', 'uses in a year', 'components', 'generic'],
    yes: 'yes',
    no: 'no',
    none: 'No service is on record (registers.services in parvis.yaml).',
    use: (count: string, { of, year, source }: Use) => `${count} ${of ?? 'uses'} in ${year} (${source})`,
    note: 'Generic: components that serve elsewhere, too (another service, another assembly, another organisation), out of those of the service.',
  },
} as const

type Use = NonNullable<Service['use']>

/** Services under the names that residents know, with what they stand on; or one of them, component by component. */
export async function answerServices(
  holdings: Holdings,
  { name, language }: { readonly name: string | undefined; readonly language: Language },
): Promise<InventoryAnswer> {
  const words = WORDS[language]
  const all = (await loadServices(holdings, { isPublic: false })).map((service) => toldService(service, language))
  const services =
    name === undefined
      ? all
      : chooseNamed(name, {
          ...{ among: all, code: 'service-unknown', what: 'service' },
          names: ({ id, name: { fr, en } }) => [id, fr, en],
        })
  const lines = services.length === 0 ? [words.none] : listLines(services, language)
  return {
    members: { services },
    registers: ['services'],
    csv: { heads: CSV_HEADS, rows: services.map((one) => csvRow(one, language)) },
    lines: name === undefined ? lines : services.flatMap((one) => sheetLines(one, language)),
  }
}

function toldService(service: Service, language: Language): Service {
  const { use } = service
  if (use === null) return service
  return { ...service, use: { ...use, of: told(use.of, language), source: told(use.source, language) } }
}

function listLines(services: readonly Service[], language: Language): readonly string[] {
  const words = WORDS[language]
  const rows = services.map((one) => [
    ...[one.name[language], one.isPublic ? words.yes : words.no, one.since ?? UNKNOWN, one.assembly ?? ''],
    one.use === null ? UNKNOWN : one.use.count.toLocaleString(language),
    one.components.length === 0 ? UNKNOWN : String(one.components.length),
    genericText(one),
  ])
  return [...table([[...words.heads], ...rows], 4), '', words.note]
}

function genericText({ generic }: Service): string {
  return generic === null ? UNKNOWN : `${generic.shared}/${generic.of}`
}

function sheetLines(service: Service, language: Language): readonly string[] {
  const words = WORDS[language]
  const { name, summary, address, use, components } = service
  const said = [summary?.[language], address, use === null ? null : words.use(use.count.toLocaleString(language), use)]
  return [
    name[language],
    ...said.flatMap((line) => line ?? []),
    '',
    ...listLines([service], language),
    '',
    ...components.map((component) => `  ${component}`),
  ]
}

const CSV_HEADS = [
  ...['id', 'name', 'isPublic', 'address', 'since', 'assembly', 'yearlyUse', 'yearlyUseOf', 'yearlyUseYear'],
  ...['yearlyUseSource', 'components', 'generic'],
]

function csvRow(one: Service, language: Language): readonly CellValue[] {
  const { use } = one
  return [
    ...[one.id, one.name[language], one.isPublic, one.address, one.since, one.assembly],
    ...[use?.count ?? null, use?.of ?? null, use?.year ?? null, use?.source ?? null],
    ...[one.components.length, one.generic?.shared ?? null],
  ]
}
