import { type OpenField, type OpenTable, openTables } from '#data/open-data/open-tables.ts'
import { DATA_LICENSES } from '#data/reference/data-licenses.ts'
import type { OpenDataFile, OpenDataTable, SiteSettings } from './settings.ts'
import { inLanguages } from './src/files/in-languages.ts'
import type { Register } from './src/loaders/reading.ts'

/** The descriptions that programs read: Table Schema, Data Package, DCAT. */

export interface Described {
  readonly settings: Pick<SiteSettings, 'database' | 'identity' | 'languages' | 'base' | 'site' | 'log'>
  readonly register: Pick<Register, 'asOf'>
  readonly tables: readonly OpenDataTable[]
  readonly whole: OpenDataFile
}

type Languages = Described['settings']['languages']

/** Table Schema of the CSV file of a table, told in the languages of the site. */
export function schemaOf({ fields, key }: OpenTable, languages: Languages): object {
  const foreign = fields.flatMap(({ name, refersTo }) =>
    refersTo === undefined ? [] : [{ fields: name, reference: { resource: refersTo.table, fields: refersTo.column } }],
  )
  return {
    fields: fields.map((field) => fieldOf(field, languages)),
    missingValues: [''],
    primaryKey: key,
    ...(foreign.length === 0 ? {} : { foreignKeys: foreign }),
  }
}

function fieldOf({ name, type, meaning, unit, isRequired, isEmptyAllowed }: OpenField, languages: Languages): object {
  return {
    name,
    type,
    // ISO 8601 in UTC, with or without fractions of a second.
    ...(type === 'datetime' ? { format: 'any' } : {}),
    ...(type === 'boolean' ? { trueValues: ['1'], falseValues: ['0'] } : {}),
    description: meaning[first(languages)],
    descriptions: inLanguages(languages, (language) => meaning[language]),
    ...(unit === undefined ? {} : { unit }),
    // An empty text is a value here: the root of a repository.
    ...(isEmptyAllowed ? { missingValues: [] } : {}),
    ...(isRequired ? { constraints: { required: true } } : {}),
  }
}

export function packageOf({ settings, register, tables, whole }: Described): object {
  const { identity, languages } = settings
  const license = DATA_LICENSES[identity.dataLicense]
  const written = new Map(tables.map((table) => [table.name, table]))
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'parvis-open-data',
    title: identity.title[first(languages)],
    titles: inLanguages(languages, (language) => identity.title[language]),
    version: register.asOf,
    created: `${register.asOf}T00:00:00Z`,
    licenses: [{ name: identity.dataLicense, path: license.url, title: license.title[first(languages)] }],
    contributors: [{ title: identity.publisher[first(languages)], roles: ['publisher'] }],
    resources: [
      ...openTables().map((table) => resourceOf(table, { written: written.get(table.name), languages })),
      {
        name: 'parvis',
        path: whole.name,
        ...{
          format: 'sqlite',
          mediatype: 'application/vnd.sqlite3',
          ...compressionOf(whole.name),
          bytes: whole.bytes,
          hash: `sha256:${whole.sha256}`,
        },
      },
    ],
  }
}

function resourceOf(
  table: OpenTable,
  { written, languages }: { readonly written: OpenDataTable | undefined; readonly languages: Languages },
): object {
  const file = written?.files[0]
  return {
    name: table.name,
    type: 'table',
    path: file?.name ?? `${table.name}.csv`,
    title: table.title[first(languages)],
    titles: inLanguages(languages, (language) => table.title[language]),
    description: table.about[first(languages)],
    descriptions: inLanguages(languages, (language) => table.about[language]),
    ...{ format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
    ...(file === undefined ? {} : compressionOf(file.name)),
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    ...(file === undefined ? {} : { bytes: file.bytes, hash: `sha256:${file.sha256}` }),
    rows: written?.rows ?? 0,
    schema: schemaOf(table, languages),
  }
}

/** DCAT in JSON-LD: a catalogue with a dataset for each table, for portals that harvest. */
export function catalogueOf({ settings, register, tables, whole }: Described): object {
  const { identity, languages } = settings
  const at = (file: string) => {
    const path = `${settings.base}data/${file}`
    return settings.site === undefined ? path : new URL(path, settings.site).href
  }
  const said = (text: Readonly<Record<'fr' | 'en', string>>) =>
    languages.map((language) => ({ '@language': language, '@value': text[language] }))
  const shared = {
    'dct:license': { '@id': DATA_LICENSES[identity.dataLicense].url },
    'dct:modified': { '@type': 'xsd:date', '@value': register.asOf },
    'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': said(identity.publisher) },
  }
  const described = new Map(openTables().map((table) => [table.name, table]))
  const distribution = ({ name, bytes }: OpenDataFile, mediaType: string) => ({
    '@type': 'dcat:Distribution',
    'dcat:downloadURL': { '@id': at(name) },
    'dcat:mediaType': mediaType,
    ...(name.endsWith('.gz') ? { 'dcat:compressFormat': 'application/gzip' } : {}),
    'dcat:byteSize': bytes,
  })
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': at('catalogue.jsonld'),
    '@type': 'dcat:Catalog',
    'dct:title': said(identity.title),
    ...shared,
    'dcat:distribution': distribution(whole, 'application/vnd.sqlite3'),
    'dcat:dataset': tables.map(({ name, files }) => {
      const table = described.get(name)
      return {
        '@id': `${at(`${name}.csv`)}#dataset`,
        '@type': 'dcat:Dataset',
        'dct:identifier': name,
        ...(table === undefined ? {} : { 'dct:title': said(table.title), 'dct:description': said(table.about) }),
        ...shared,
        'dcat:distribution': files
          .filter((file) => !file.name.endsWith('.schema.json'))
          .map((file) => distribution(file, /\.json(?:\.gz)?$/u.test(file.name) ? 'application/json' : 'text/csv')),
      }
    }),
  }
}

/** As Frictionless names it. */
function compressionOf(name: string): object {
  return name.endsWith('.gz') ? { compression: 'gz' } : {}
}

function first(languages: Languages) {
  return languages[0] ?? 'fr'
}
