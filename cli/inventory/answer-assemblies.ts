import { type Assembly, assembliesOf, compareAssemblies, type Part } from '#data/inventory/assembly.ts'
import type { Inventory } from '#data/inventory/inventory.ts'
import { componentNames } from '#data/inventory/names.ts'
import { answerNeed } from '#data/inventory/needs.ts'
import { linesOf, textIn } from '#data/inventory/registers.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { table } from '../reporters/table.ts'
import type { Asking, CellValue, InventoryAnswer } from './answer.ts'
import { chooseAssembly } from './choose.ts'
import { day, KINDS, LOOSENESS, orUnknown } from './words.ts'

const WORDS = {
  fr: {
    heads: ['assemblage', 'genre', 'version', 'composants nommés', 'apportés', 'hors collecte', 'en retard', 'lâches'],
    partHeads: ['composant', 'version', 'publiée le', 'dernière', 'retard', ''],
    named: (count: number) => `${count} composants nommés :`,
    brought: (count: number) => `${count} apportés par ceux-là :`,
    trial: 'Dernier essai',
    results: { started: 'a démarré', failed: 'a échoué' },
    noTrial: 'Aucun essai n’est consigné au registre.',
    added: (name: string) => `Seulement dans ${name} :`,
    changed: 'En versions différentes :',
    same: 'Les deux nomment les mêmes composants, aux mêmes versions.',
    holding: (count: number, name: string) => `${count} assemblages contiennent ${name} :`,
    answers: 'Composants qui y répondent',
    assemblies: 'Assemblages',
    together: 'Assemblages qui répondent à tout :',
    noNeeds: 'Aucun registre des besoins n’est tenu (registers.needs dans parvis.yaml).',
    none: 'aucun',
  },
  en: {
    heads: ['assembly', 'kind', 'version', 'components named', 'brought', 'not collected', 'behind', 'loose'],
    partHeads: ['component', 'version', 'released on', 'last', 'behind', ''],
    named: (count: number) => `${count} components named:`,
    brought: (count: number) => `${count} brought in by those:`,
    trial: 'Last trial',
    results: { started: 'started', failed: 'failed' },
    noTrial: 'No trial is on record.',
    added: (name: string) => `In ${name} alone:`,
    changed: 'In different versions:',
    same: 'Both name the same components in the same versions.',
    holding: (count: number, name: string) => `${count} assemblies hold ${name}:`,
    answers: 'Components that answer it',
    assemblies: 'Assemblies',
    together: 'Assemblies that answer all of it:',
    noNeeds: 'No register of needs is kept (registers.needs in parvis.yaml).',
    none: 'none',
  },
} as const

/** An assembly with how its parts stand, counted. */
function sheetOf(assembly: Assembly, inventory: Inventory) {
  const { id, component, profile, parts } = assembly
  const direct = parts.filter(({ isDirect }) => isDirect)
  return {
    ...{
      id,
      repository: component.repository,
      path: component.path,
      profile,
      kind: component.kind,
      line: component.line,
    },
    artifact: component.build === null ? null : `${component.build.groupId}:${component.build.artifactId}`,
    version: component.build?.version ?? null,
    counts: {
      direct: direct.length,
      brought: parts.length - direct.length,
      notCollected: direct.filter((part) => part.component === null).length,
      behind: direct.filter(({ standing }) => (standing?.behind ?? 0) > 0).length,
      loose: direct.filter(({ loose }) => loose !== null).length,
    },
    trial: lastTrial(assembly, inventory),
    parts: parts.map(({ standing, ...part }) => ({
      ...part,
      publishedAt: standing?.publishedAt ?? null,
      latest: standing?.latest ?? null,
      behind: standing?.behind ?? null,
    })),
  }
}

type Sheet = ReturnType<typeof sheetOf>

function lastTrial({ id, component }: Assembly, { registers, portfolio }: Inventory) {
  const names = componentNames(portfolio.components)
  const isOf = (asked: string) =>
    asked.includes('#') ? asked.toLowerCase() === id.toLowerCase() : names.find(asked).includes(component)
  const trials = linesOf(registers, 'trials').filter((line) => isOf(textIn(line, 'assembly') ?? ''))
  const last = trials.sort((a, b) => ((textIn(a, 'date') ?? '') < (textIn(b, 'date') ?? '') ? -1 : 1)).at(-1)
  if (last === undefined) return null
  const [date, result, command, requires, contact] = ['date', 'result', 'command', 'requires', 'contact'].map((field) =>
    textIn(last, field),
  )
  return { date, result: result === 'started' ? ('started' as const) : ('failed' as const), command, requires, contact }
}

export function answerAssemblies({ inventory, language }: Asking): InventoryAnswer {
  return listed(assembliesOf(inventory), { inventory, language })
}

function listed(assemblies: readonly Assembly[], { inventory, language }: Asking): InventoryAnswer {
  const sheets = assemblies.map((assembly) => sheetOf(assembly, inventory))
  return {
    members: { assemblies: sheets },
    csv: { heads: CSV_HEADS, rows: sheets.flatMap(csvRows) },
    about: [...new Set(assemblies.map(({ component }) => component.id))],
    lines:
      sheets.length === 0 ? [] : table([[...WORDS[language].heads], ...sheets.map((one) => row(one, language))], 3),
  }
}

function row({ id, kind, version, counts }: Sheet, language: Language): readonly string[] {
  const { direct, brought, notCollected, behind, loose } = counts
  return [id, KINDS[language][kind], orUnknown(version), ...[direct, brought, notCollected, behind, loose].map(String)]
}

/** One assembly part by part. */
export function answerAssembly({ inventory, language }: Asking, name: string): InventoryAnswer {
  const words = WORDS[language]
  const assembly = chooseAssembly(name, { inventory, assemblies: assembliesOf(inventory) })
  const sheet = sheetOf(assembly, inventory)
  const of = (isDirect: boolean) => assembly.parts.filter((part) => part.isDirect === isDirect)
  const { trial } = sheet
  const separator = language === 'fr' ? ' : ' : ': '
  return {
    ...listed([assembly], { inventory, language }),
    lines: [
      `${sheet.id} · ${KINDS[language][sheet.kind]} ${orUnknown(sheet.version)}`,
      trial === null
        ? words.noTrial
        : `${words.trial}${separator}${trial.date}, ${words.results[trial.result]}, ${trial.command}`,
      ...['', words.named(of(true).length), ...partLines(of(true), language)],
      ...(of(false).length === 0
        ? []
        : ['', words.brought(of(false).length), ...of(false).map(({ artifact }) => `  ${artifact}`)]),
    ],
  }
}

/** What differs between two. */
export function answerDifference(
  { inventory, language }: Asking,
  { name, other }: { readonly name: string; readonly other: string },
): InventoryAnswer {
  const words = WORDS[language]
  const assemblies = assembliesOf(inventory)
  const one = chooseAssembly(name, { inventory, assemblies })
  const two = chooseAssembly(other, { inventory, assemblies })
  const difference = compareAssemblies(one, two)
  const { added, removed, changed } = difference
  const versions = changed.map(({ artifact, from, to }) => [artifact, orUnknown(from), '→', orUnknown(to)])
  const rows = [
    ...removed.map(({ artifact, version }): readonly CellValue[] => ['removed', artifact, version, null]),
    ...added.map(({ artifact, version }): readonly CellValue[] => ['added', artifact, null, version]),
    ...changed.map(({ artifact, from, to }): readonly CellValue[] => ['changed', artifact, from, to]),
  ]
  return {
    members: { assemblies: [one, two].map((each) => sheetOf(each, inventory)), difference },
    csv: { heads: ['difference', 'artifact', one.id, two.id], rows },
    about: [one.component.id, two.component.id],
    lines: [
      ...(rows.length === 0 ? [words.same] : []),
      ...(removed.length === 0 ? [] : [words.added(one.id), ...partLines(removed, language), '']),
      ...(added.length === 0 ? [] : [words.added(two.id), ...partLines(added, language), '']),
      ...(versions.length === 0 ? [] : [words.changed, ...table(versions, 4).map((line) => `  ${line}`)]),
    ],
  }
}

/** Which assemblies hold a component, or an artifact that no collected repository produces. */
export function answerHolding({ inventory, language }: Asking, name: string): InventoryAnswer {
  const assemblies = assembliesOf(inventory)
  const ids = componentNames(inventory.portfolio.components)
    .find(name)
    .map(({ id }) => id)
  const wanted = name.trim().toLowerCase()
  const holds = ({ component, artifact }: Part) =>
    (component !== null && ids.includes(component)) ||
    [artifact, artifact.split(':')[1]].some((one) => one?.toLowerCase() === wanted)
  const holding = assemblies.filter(({ parts }) => parts.some(holds))
  if (holding.length === 0 && ids.length === 0) throw unknownPart(name, { inventory, assemblies })
  const answer = listed(holding, { inventory, language })
  const rows = holding.map(({ id, parts }) => {
    const part = parts.find(holds)
    return [id, part?.isDirect === true ? orUnknown(part.version) : `(${part?.artifact})`]
  })
  return {
    ...answer,
    lines: [WORDS[language].holding(holding.length, name), ...table(rows, 2).map((line) => `  ${line}`)],
  }
}

function unknownPart(
  name: string,
  { inventory, assemblies }: { readonly inventory: Inventory; readonly assemblies: readonly Assembly[] },
): UsageFailure {
  const artifacts = assemblies.flatMap(({ parts }) =>
    parts.flatMap(({ artifact }) => [artifact, artifact.split(':')[1] ?? '']),
  )
  const repositories = inventory.portfolio.components.map(({ repository }) => repository)
  const near = suggestion(name, [...artifacts, ...repositories])
  return new UsageFailure('component-unknown', `no component and no part of an assembly is called "${name}".${near}`)
}

/** Which components and assemblies answer a need in plain words. */
export function answerNeeds({ inventory, language }: Asking, asked: string): InventoryAnswer {
  const words = WORDS[language]
  if (linesOf(inventory.registers, 'needs').length === 0) throw new UsageFailure('needs-missing', words.noNeeds)
  const assemblies = assembliesOf(inventory)
  const { needs, together, nearest } = answerNeed(asked, { inventory, assemblies })
  if (needs.length === 0) {
    const near = nearest === undefined ? '' : ` Did you mean "${nearest}"?`
    const known = linesOf(inventory.registers, 'needs').flatMap((line) => textIn(line, 'id') ?? [])
    throw new UsageFailure('need-unknown', `the register of needs knows nothing of "${asked}".${near}`, {
      hint: `Needs: ${known.slice(0, 20).join(', ')}`,
    })
  }
  const separator = language === 'fr' ? ' : ' : ': '
  const list = (ids: readonly string[]) => (ids.length === 0 ? words.none : ids.join(', '))
  return {
    members: {
      assemblies: assemblies.filter(({ id }) => together.includes(id)).map((one) => sheetOf(one, inventory)),
      needs,
    },
    csv: {
      heads: ['need', 'words', 'kind', 'id'],
      rows: needs.flatMap((need) => [
        ...need.components.map((id): readonly CellValue[] => [need.id, need.words[language], 'component', id]),
        ...need.assemblies.map((id): readonly CellValue[] => [need.id, need.words[language], 'assembly', id]),
      ]),
    },
    about: needs.flatMap(({ components }) => components),
    lines: [
      ...needs.flatMap((need) => [
        need.words[language],
        `  ${words.answers}${separator}${list(need.components)}`,
        `  ${words.assemblies}${separator}${list(need.assemblies)}`,
      ]),
      ...(needs.length > 1 ? ['', words.together, `  ${list(together)}`] : []),
    ],
  }
}

function partLines(parts: readonly Part[], language: Language): readonly string[] {
  if (parts.length === 0) return []
  const rows = parts.map(({ artifact, version, standing, loose }) => [
    artifact,
    orUnknown(version),
    day(standing?.publishedAt),
    orUnknown(standing?.latest),
    orUnknown(standing?.behind),
    loose === null ? '' : LOOSENESS[language][loose],
  ])
  return table([[...WORDS[language].partHeads], ...rows], 6).map((line) => `  ${line}`)
}

const CSV_HEADS = [
  ...['assembly', 'artifact', 'component', 'version', 'direct', 'loose', 'publishedAt', 'latest', 'behind', 'type'],
]

function csvRows({ id, parts }: Sheet): readonly (readonly CellValue[])[] {
  return parts.map((part) => [
    ...[id, part.artifact, part.component, part.version, part.isDirect, part.loose],
    ...[part.publishedAt, part.latest, part.behind, part.type],
  ])
}
