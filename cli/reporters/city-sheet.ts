import type { Language } from '#data/model/vocabulary.ts'
import type { CitySheet } from '../inventory/load-city-sheet.ts'
import type { Block } from './blocks.ts'
import { percent } from './translation-words.ts'

/** What a city that asks is told, part by part. */
export function citySheetBlocks(sheet: CitySheet, language: Language): readonly Block[] {
  const words = WORDS[language]
  const separator = language === 'fr' ? ' : ' : ': '
  const said = (name: string, value: string | null | undefined) => `${name}${separator}${value || words.unknown}`
  const listed = (names: readonly string[]) => names.join(', ') || words.none
  const { started, trial } = sheet
  const unmeasured = sheet.components.flatMap(({ component, reference }) => (reference === null ? [component] : []))
  const failedSince = trial !== null && trial !== started ? [said(words.failed, trial.date)] : []
  return [
    {
      heading: words.keys,
      lines: [words.branch],
      head: [words.side, words.rate, words.translated, words.reference],
      rows: [
        [words.whole, ...figures(sheet.keys, words)],
        ...(['front', 'back', 'unknown'] as const).map((side) => [
          words.offices[side],
          ...figures(sheet.offices[side], words),
        ]),
      ],
      words: 1,
    },
    {
      heading: words.start,
      lines: [
        said(words.command, started?.command),
        said(words.requires, started?.requires),
        said(words.started, started === null ? words.never : `${started.date} (${started.revision ?? words.unknown})`),
        ...failedSince,
        said(words.contact, (started ?? trial)?.contact),
      ],
    },
    ...(sheet.needs.length === 0
      ? []
      : [{ heading: words.needs, lines: sheet.needs.map((need) => need.words[language]) }]),
    {
      heading: words.components,
      head: [words.component, words.rate, words.translated, words.reference],
      rows: sheet.components.map(({ component, translated, reference }) => [
        component,
        ...figures(translated === null || reference === null ? null : { translated, reference }, words),
      ]),
      words: 1,
    },
    {
      heading: words.missing,
      lines: [
        said(words.lacking, listed(sheet.lacking)),
        said(words.unmeasured, listed(unmeasured)),
        said(words.notCollected, listed(sheet.notCollected)),
      ],
    },
  ]
}

interface Counted {
  readonly translated: number
  readonly reference: number
}

function figures(
  counted: Counted | null,
  words: { readonly unknown: string; readonly noKeys: string; readonly percent: (counted: Counted) => string },
) {
  if (counted === null) return [words.unknown, '', '']
  if (counted.reference === 0) return [words.noKeys, '0', '0']
  return [words.percent(counted), String(counted.translated), String(counted.reference)]
}

const WORDS = {
  fr: {
    keys: 'Clés traduites',
    branch: 'D’après la branche de chaque composant, quelle que soit la version demandée.',
    ...{ side: 'Côté', rate: 'Taux', translated: 'Traduites', reference: 'Sur', noKeys: 'aucune clé' },
    percent: (counted: Counted) => percent(counted, 'fr'),
    ...{ whole: 'Ensemble', none: 'aucun', unknown: 'inconnu', never: 'aucun essai réussi connu' },
    offices: {
      front: 'Usagers',
      back: 'Administration',
      unknown: 'Non déterminé (clés appelées par le code)',
    },
    ...{ start: 'Démarrer', command: 'Commande', requires: 'Ce qu’il faut', contact: 'Contact' },
    ...{ started: 'Dernier démarrage réussi', failed: 'Essai échoué depuis' },
    ...{ needs: 'Besoins auxquels l’assemblage répond', components: 'Composants', component: 'Composant' },
    ...{ missing: 'Ce qui manque', lacking: 'Composants sans cette langue' },
    unmeasured: 'Composants sans fichier de référence, donc au taux inconnu',
    notCollected: 'Composants non collectés, donc hors du compte',
  },
  en: {
    keys: 'Keys translated',
    branch: 'As on the branch of each component, whatever version is asked for.',
    ...{ side: 'Side', rate: 'Rate', translated: 'Translated', reference: 'Of', noKeys: 'no keys' },
    percent: (counted: Counted) => percent(counted, 'en'),
    ...{ whole: 'In all', none: 'none', unknown: 'unknown', never: 'no successful trial is known' },
    offices: {
      front: 'Residents',
      back: 'Administration',
      unknown: 'Not known (keys that code calls)',
    },
    ...{ start: 'Start it', command: 'Command', requires: 'What it needs', contact: 'Contact' },
    ...{ started: 'Last successful start', failed: 'Failed since' },
    ...{ needs: 'Needs that the assembly answers', components: 'Components', component: 'Component' },
    ...{ missing: 'What is missing', lacking: 'Components without this language' },
    unmeasured: 'Components without a reference file, so at an unknown rate',
    notCollected: 'Components not collected, so left out of the count',
  },
} as const satisfies Record<Language, unknown>
