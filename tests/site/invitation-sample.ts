import type { SQLInputValue } from 'node:sqlite'

type Row = Readonly<Record<string, SQLInputValue>>

/** Issues, texts, calls and corrections of an invented city; odd ones too. */
export function invitationSample(repositories: readonly string[]): readonly (readonly [string, readonly Row[]])[] {
  const [first = '', second = first, third = second] = repositories
  const at = (repository: string) => ({ repository, path: '' })
  const file = (language: string) => `src/java/fr/ville/resources/${'long'.repeat(20)}_messages_${language}.properties`
  return [
    [
      'first_issue',
      [
        { repository: first, number: 12, title: 'La liste est vide', opened_on: '2026-11-09', is_answered: 0 },
        {
          ...{ repository: second, number: 3, opened_on: '2026-10-19', is_answered: 1 },
          title: `<script>alert(1)</script> ${'mot'.repeat(40)} \u202Eenvers \u{1F41D}`,
        },
        { repository: third, number: 7, title: null, opened_on: '2025-11-19', is_answered: null },
      ],
    ],
    [
      'translation_gap',
      [
        { ...at(first), language: 'fr', file: file('fr'), missing: 5, reference: 25, is_absent: 0 },
        { ...at(first), language: 'hu', file: file('hu'), missing: 25, reference: 25, is_absent: 1 },
        { ...at(second), language: 'hu', file: file('hu'), missing: 2, reference: 9, is_absent: 0 },
        { ...at(second), language: 'hu', file: 'other_hu.properties', missing: 1, reference: 4, is_absent: 0 },
      ],
    ],
    ['translation_day', [{ position: 1, date: '2026-06-12', place: 'Mairie', languages: '["hu"]', participants: 14 }]],
    [
      'platform_line',
      [
        {
          ...{ line: 'v7', since: '2021-03-15', features_until: '2025-12-31', fixes_until: '2027-06-30' },
          ...{ source: 'Comité', url: null, guide_url: 'https://guide.example/8' },
        },
      ],
    ],
    [
      'correction',
      [
        {
          ...{ position: 1, date: '2026-11-06', page: 'Une figure', what_fr: 'Le total était faux.' },
          ...{ what_en: 'The total was wrong.', corrected_by: 'Équipe', reported_on: null, url: null },
        },
      ],
    ],
    ['adoption_call', [{ ...at(second), since: null, reason: '<b>Plus de temps</b>' }]],
    [
      'credit',
      [{ position: 1, name: 'Cercle des relectrices', what_fr: 'la relecture', what_en: 'reading', url: null }],
    ],
  ]
}
