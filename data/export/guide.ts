import type { PublishedPortfolio } from '../inventory/published.ts'
import type { ComponentTranslations } from '../inventory/translations/coverage.ts'
import { labelledIssues } from '../queries/labelled-issues.ts'
import { registeredCorrections, registeredLines, registeredTranslationDays } from '../queries/registers/agenda.ts'
import type { Store } from '../store.ts'
import { FLOOR } from '../suppression.ts'
import { type ExportScope, type ExportTable, repositoryName } from './export-table.ts'
import type { PlaceOf } from './places.ts'

/** What contributors are invited to do, and the log of corrections. `labels`: whose issues newcomers are shown. */
export async function guideTables(
  store: Pick<Store, 'ask'>,
  scope: Pick<ExportScope, 'repositories'>,
  labels: readonly string[],
): Promise<readonly ExportTable[]> {
  const wanted = JSON.stringify(labels.map((label) => label.toLowerCase()))
  const issues = labels.length === 0 ? [] : await store.ask(labelledIssues, { labels: wanted })
  const days = await store.ask(registeredTranslationDays, {})
  return [
    {
      table: 'first_issue',
      rows: issues.flatMap(({ number, title, opened_at, is_answered, ...row }) => {
        const repository = repositoryName(row)
        if (scope.repositories.get(repository)?.isOwn !== true) return []
        return [{ repository, number, title, opened_on: opened_at.slice(0, 10), is_answered }]
      }),
    },
    {
      table: 'translation_day',
      rows: days.map(({ participants, ...row }, index) => {
        return { position: index + 1, ...row, participants: (participants ?? 0) < FLOOR ? null : participants }
      }),
    },
    { table: 'platform_line', rows: await store.ask(registeredLines, {}) },
    {
      table: 'correction',
      rows: (await store.ask(registeredCorrections, {})).map(({ reported_at: reported_on, ...row }, index) => {
        return { position: index + 1, ...row, reported_on }
      }),
    },
  ]
}

/** Texts that are wanted and components that may be adopted, as the inventory has them. */
export function invitationTables(
  { inventory, translations }: Pick<PublishedPortfolio, 'inventory' | 'translations'>,
  placeOf: PlaceOf,
): readonly ExportTable[] {
  return [
    {
      table: 'translation_gap',
      rows: [...translations.values()].flatMap((texts) => {
        const place = placeOf(texts.component)
        return place === undefined ? [] : translationGaps(texts).map((gap) => ({ ...place, ...gap }))
      }),
    },
    {
      table: 'adoption_call',
      rows: [...inventory.records].flatMap(([id, { declared, isArchived }]) => {
        const place = placeOf(id)
        if (place === undefined || isArchived || declared?.maintenance !== 'none') return []
        if (declared.state === 'obsolete') return []
        return [{ ...place, since: declared.since, reason: declared.reason }]
      }),
    },
  ]
}

/** Files that lack keys, in every language that the component is begun in. */
function translationGaps({ bundles, languages }: Pick<ComponentTranslations, 'bundles' | 'languages'>) {
  return languages.flatMap(({ language }) =>
    bundles.flatMap(({ bundle, keys, languages: own, unread }) => {
      if (keys === null || keys === 0) return []
      const standing = own.find((one) => one.language === language)
      if (standing !== undefined) {
        const missing = standing.reference - standing.translated
        return missing === 0
          ? []
          : [{ language, file: standing.path, missing, reference: standing.reference, is_absent: 0 }]
      }
      const file = `${bundle}_${language}.properties`
      return unread.includes(file) ? [] : [{ language, file, missing: keys, reference: keys, is_absent: 1 }]
    }),
  )
}
