import type { Finding, MessageArgs } from '#data/model/lint.ts'
import type { Language, Text } from '#data/model/vocabulary.ts'
import { findCheck } from './checks/registry.ts'

/** What the engine itself has to say. */
const ENGINE_MESSAGES: Readonly<Record<string, Text>> = {
  unread: {
    fr: 'fichier illisible ({problem}), donc règle non vérifiée : {message}',
    en: 'file could not be read ({problem}), so the rule was not checked: {message}',
  },
  crashed: {
    fr: 'le contrôle s’est interrompu, ce qui est une erreur de Parvis : {reason}',
    en: 'the check stopped short, which is an error of Parvis: {reason}',
  },
  'no-refs': {
    fr: 'branches et étiquettes inconnues ici, donc règle non vérifiée',
    en: 'branches and tags are not known here, so the rule was not checked',
  },
  'no-host': {
    fr: 'réglages sur la forge inconnus ici (ils se lisent sur un dépôt collecté), donc règle non vérifiée',
    en: 'settings on the host are not known here (they are read of a collected repository), so the rule was not checked',
  },
  'no-log': {
    fr: 'historique des commits inconnu ici, donc règle non vérifiée',
    en: 'the history of commits is not known here, so the rule was not checked',
  },
  'no-branch': {
    fr: 'fichiers de la branche {branch} inconnus ici, donc règle non vérifiée',
    en: 'the files of branch {branch} are not known here, so the rule was not checked',
  },
  'no-identity': {
    fr: 'propriétaire et nom du dépôt inconnus : les donner avec --as PROPRIÉTAIRE/NOM',
    en: 'owner and name of the repository are not known: give them with --as OWNER/NAME',
  },
  'no-topics': {
    fr: 'thèmes du dépôt inconnus ici, donc règle non vérifiée',
    en: 'the topics of the repository are not known here, so the rule was not checked',
  },
  'kind-undetermined': {
    fr: 'ce fichier dit de quel composant il s’agit et ne peut être lu ({problem}), donc règle non vérifiée : {message}',
    en: 'this file says what component this is and cannot be read ({problem}), so the rule was not checked: {message}',
  },
  'line-undetermined': {
    fr: 'génération de la plateforme inconnue, donc règle non vérifiée',
    en: 'the generation of the platform is not known, so the rule was not checked',
  },
}

const LISTED = 5

/** The sentence of a finding. Made here, at the edge, so that no finding holds words of one language. */
export function sentence({ messageId, args }: Pick<Finding, 'messageId' | 'args'>, language: Language): string {
  const template = templateOf(messageId)[language]
  return (language === 'fr' ? withFrenchSpaces(template) : template).replace(
    /\{(\w+)\}/gu,
    (whole, name: string) => argument(args, name, language) ?? whole,
  )
}

function templateOf(messageId: string): Text {
  const slash = messageId.lastIndexOf('/')
  const scope = messageId.slice(0, slash)
  const name = messageId.slice(slash + 1)
  const messages = scope === 'engine' ? ENGINE_MESSAGES : findCheck(scope).messages
  const template = messages[name]
  if (template === undefined) throw new Error(`There is no message "${messageId}".`)
  return template
}

function argument(args: MessageArgs, name: string, language: Language): string | undefined {
  const value = args[name]
  if (value === undefined || typeof value === 'string') return value
  if (typeof value === 'number') return figure(value, language)
  if (value.length === 0) return language === 'fr' ? 'néant' : 'none'
  const more = value.length - LISTED
  const rest = more <= 0 ? '' : language === 'fr' ? ` et ${more} de plus` : ` and ${more} more`
  return value.slice(0, LISTED).join(', ') + rest
}

const SIGNS: Readonly<Record<Language, { readonly group: string; readonly point: string }>> = {
  fr: { group: '\u202f', point: ',' },
  en: { group: ',', point: '.' },
}

/** As `toLocaleString` has it; by hand, because loading a locale takes longer than judging a repository's names. */
function figure(value: number, language: Language): string {
  const { group, point } = SIGNS[language]
  const [whole = '', decimals] = String(Math.round(value * 1000) / 1000).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, group)
  return decimals === undefined ? grouped : grouped + point + decimals
}

/** No line may begin with a French punctuation mark: the blank before it does not break. */
function withFrenchSpaces(text: string): string {
  return text.replace(/ (?=[:;!?%»])|(?<=«) /gu, '\u00a0')
}
