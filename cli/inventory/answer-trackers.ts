import { trackerLine } from '#data/inventory/trackers.ts'
import { englishCount, frenchCount } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { registeredTrackers } from '#data/queries/registers/trackers.ts'
import { table } from '../reporters/table.ts'
import type { CellValue, InventoryAnswer } from './answer.ts'
import type { Holdings } from './holdings.ts'

const WORDS = {
  fr: {
    heads: ['dépôts', 'suivi', 'adresse', 'depuis', 'dépôts concernés'],
    untold: (names: readonly string[]) =>
      `Aucune ligne pour ${frenchCount(names.length, 'dépôt')} : ${names.join(', ')}.`,
    none: 'Aucun suivi n’est au registre (registers.trackers dans parvis.yaml) : on ne sait pas où vivent les anomalies.',
  },
  en: {
    heads: ['repositories', 'tracker', 'address', 'since', 'repositories it is about'],
    untold: (names: readonly string[]) =>
      `No line for ${englishCount(names.length, 'repository', 'repositories')}: ${names.join(', ')}.`,
    none: 'No tracker is on record (registers.trackers in parvis.yaml): where issues live is not known.',
  },
} as const

/** Where the issues of each repository really live, and of which nobody says. */
export async function answerTrackers({ store, inventory }: Holdings, language: Language): Promise<InventoryAnswer> {
  const words = WORDS[language]
  const lines = await store.ask(registeredTrackers, {})
  const repositories = [...new Set(inventory.portfolio.components.map(({ repository }) => repository))]
  const lineOf = (repository: string) => trackerLine(repository, { lines, patternOf: ({ component }) => component })
  const about = Map.groupBy(repositories, lineOf)
  const trackers = lines.map((line) => ({ ...line, repositories: about.get(line) ?? [] }))
  const untold = about.get(undefined) ?? []
  const rows = trackers.map(({ component, kind, address, since, repositories: own }) => [
    ...[component, kind, address ?? '', since ?? '', String(own.length)],
  ])
  const where = repositories.map((repository): readonly CellValue[] => {
    const line = lineOf(repository)
    return [repository, line?.kind ?? null, line?.address ?? null, line?.since ?? null]
  })
  return {
    members: { trackers, untold },
    registers: ['trackers'],
    csv: { heads: ['repository', 'tracker', 'address', 'since'], rows: where },
    lines:
      lines.length === 0
        ? [words.none]
        : [...table([[...words.heads], ...rows], 4), ...(untold.length === 0 ? [] : ['', words.untold(untold)])],
  }
}
