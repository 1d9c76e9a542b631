import { SCORECARD_STATES, type ScorecardState } from '#data/model/governance.ts'
import { LANGUAGES, type Language } from '#data/model/vocabulary.ts'

/** What a board calls the states. The first three are those that My GGI Board comes with. */
export const STATE_LABELS: Readonly<Record<Language, Readonly<Record<ScorecardState, string>>>> = {
  fr: {
    'not-selected': 'Non retenue',
    'in-progress': 'En cours',
    done: 'Terminée',
    continuous: 'Continue',
    'not-applicable': 'Sans objet',
    blocked: 'Bloquée',
  },
  en: {
    'not-selected': 'Not Selected',
    'in-progress': 'In Progress',
    done: 'Done',
    continuous: 'Continuous',
    'not-applicable': 'Not Applicable',
    blocked: 'Blocked',
  },
}

/** Other words for them, of earlier boards and of their translations. */
const FORMER: Readonly<Record<string, ScorecardState>> = {
  'not started': 'not-selected',
  'non sélectionnée': 'not-selected',
  terminé: 'done',
}

const STATES: ReadonlyMap<string, ScorecardState> = new Map([
  ...LANGUAGES.flatMap((language) =>
    SCORECARD_STATES.map((state) => [STATE_LABELS[language][state].toLowerCase(), state] as const),
  ),
  ...Object.entries(FORMER),
])

/** The state that a label names, in any case; undefined for every other label. */
export function stateOfLabel(label: string): ScorecardState | undefined {
  return STATES.get(label.trim().toLowerCase())
}
