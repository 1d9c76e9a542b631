import { assembliesOf } from '#data/inventory/assembly.ts'
import { bricksOf } from '#data/inventory/bricks.ts'
import { componentSheets } from '#data/inventory/components.ts'
import { linesOf, textIn } from '#data/inventory/registers.ts'
import { isAmong } from '#data/inventory/repository-pattern.ts'
import { KIND_NAMES, STATE_NAMES } from '#data/model/component-words.ts'
import { englishPlural, frenchPlural } from '#data/model/plural.ts'
import type { Asking, InventoryAnswer } from './answer.ts'

const WORDS = {
  fr: {
    components: (count: number) => `${count} ${frenchPlural(count, 'composant')}`,
    outside: (count: number) => `dont ${count} d’autres organisations (registre « outside »)`,
    dependencies: (count: number) => `${count} ${frenchPlural(count, 'dépendance')} entre eux`,
    assemblies: (count: number) => `${count} ${frenchPlural(count, 'pack ou site', 'packs ou sites')}`,
    bricks: (count: number) => `${count} ${frenchPlural(count, 'composant tiers', 'composants tiers')}`,
    gaps: (count: number) => `, ${count} ${frenchPlural(count, 'livré ou exécuté', 'livrés ou exécutés')} sans plan B`,
    unread: 'dépendances, packs, sites et composants tiers non connus : aucun fichier de dépôt n’a été lu',
    plansUnknown: ', plans B non connus (aucun registre « fallbacks »)',
    more: 'En détail : parvis inventory components | dependencies | assemblies | bricks | translations | migration | openness\nDes registres : parvis inventory services | reuse | needs | requests | trackers | facts | outside',
  },
  en: {
    components: (count: number) => `${count} ${englishPlural(count, 'component')}`,
    outside: (count: number) => `${count} of them by other organisations (register "outside")`,
    dependencies: (count: number) => `${count} ${englishPlural(count, 'dependency', 'dependencies')} between them`,
    assemblies: (count: number) => `${count} ${englishPlural(count, 'pack or site', 'packs or sites')}`,
    bricks: (count: number) => `${count} ${englishPlural(count, 'third-party component')}`,
    gaps: (count: number) => `, ${count} shipped or run without plan B`,
    unread: 'dependencies, packs, sites and third-party components not known: no file of a repository was read',
    plansUnknown: ', plans B not known (no register "fallbacks")',
    more: 'In detail: parvis inventory components | dependencies | assemblies | bricks | translations | migration | openness\nFrom registers: parvis inventory services | reuse | needs | requests | trackers | facts | outside',
  },
} as const

/** The whole in five lines. */
export function answerOverview({ inventory, language }: Asking): InventoryAnswer {
  const words = WORDS[language]
  const sheets = componentSheets(inventory)
  const bricks = bricksOf(inventory)
  const others = linesOf(inventory.registers, 'outside').flatMap((line) => textIn(line, 'repository') ?? [])
  const kinds = countBy(sheets.map(({ kind }) => kind ?? 'unknown'))
  const states = countBy(sheets.map(({ state }) => state))
  const ofFiles = (count: number) => (inventory.coverage.isRead ? count : null)
  const counts = {
    components: sheets.length,
    dependencies: ofFiles(inventory.portfolio.dependencies.length),
    assemblies: ofFiles(assembliesOf(inventory).length),
    bricks: ofFiles(bricks.length),
    gaps: inventory.registers.has('fallbacks') ? bricks.filter(({ isGap }) => isGap === true).length : null,
    outside: sheets.filter(({ repository }) => isAmong(repository, others)).length,
  }
  const plural = language === 'fr' ? frenchPlural : englishPlural
  const list = (
    counted: Readonly<Record<string, number>>,
    named: Readonly<Record<string, readonly [string, string]>>,
  ) =>
    Object.entries(counted)
      .map(([name, count]) => `${count} ${named[name] === undefined ? '?' : plural(count, ...named[name])}`)
      .join(', ')
  return {
    members: { counts, kinds, states },
    registers: ['fallbacks'],
    csv: {
      heads: ['what', 'count'],
      rows: [
        ...Object.entries(counts),
        ...Object.entries(kinds).map(([kind, count]) => [`kind:${kind}`, count] as const),
        ...Object.entries(states).map(([state, count]) => [`state:${state}`, count] as const),
      ],
    },
    lines: [
      `${words.components(counts.components)} (${list(kinds, KIND_NAMES[language])} ; ${list(states, STATE_NAMES[language])})`,
      ...(counts.outside === 0 ? [] : [words.outside(counts.outside)]),
      ...(counts.dependencies === null ? [] : [words.dependencies(counts.dependencies)]),
      ...(counts.assemblies === null ? [] : [words.assemblies(counts.assemblies)]),
      counts.bricks === null
        ? words.unread
        : `${words.bricks(counts.bricks)}${counts.gaps === null ? words.plansUnknown : words.gaps(counts.gaps)}`,
      '',
      words.more,
    ],
  }
}

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  const groups = [...Map.groupBy(names, (name) => name)].map(([name, same]) => [name, same.length] as const)
  return Object.fromEntries(groups.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
}
