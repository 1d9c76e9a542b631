import { englishCount, frenchCount } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { PersonSheet } from '#data/person-references.ts'
import { table } from './table.ts'

const PRIVACY_SCHEMA_VERSION = 1

/** The stable shape of `parvis privacy show --format json`: no login but the one asked for, no address, no hash. */
export function sheetJson(sheet: PersonSheet): string {
  const { isErased, identities, uses } = sheet
  const isKnown = identities.length > 0
  return `${JSON.stringify({ schemaVersion: PRIVACY_SCHEMA_VERSION, isKnown, isErased, identities, uses }, null, 2)}\n`
}

export function forgottenJson(done: { readonly wasKnown: boolean; readonly hashes: number }): string {
  return `${JSON.stringify({ schemaVersion: PRIVACY_SCHEMA_VERSION, ...done }, null, 2)}\n`
}

const WORDS = {
  fr: {
    nothing: 'Rien n’est connu de cette identité.',
    erased: 'Cette identité a été oubliée : ce qui revient d’elle reste sans identité.',
    known: (account: string, mails: number, server: string) =>
      `${server} : ${account}, ${frenchCount(mails, 'adresse connue par sa seule empreinte', 'adresses connues par leur seule empreinte')}`,
    noLogin: 'sans identifiant de compte',
    heads: ['table', 'rôle', 'de', 'à', 'lignes'],
    forgotten:
      'Oubliée : l’identité est effacée de la base, ce qui a été fait reste sans nom, et une empreinte l’empêche de revenir.',
    denied: 'Rien n’était connu de cette identité ; une empreinte l’empêche désormais d’entrer.',
    elsewhere: [
      'Ce qui n’est pas atteint, et reste à faire à la main :',
      '- l’historique git des dépôts et des clones, chez l’hébergeur et sur chaque poste ;',
      '- les sites construits plus tôt, et ce que d’autres en ont téléchargé ;',
      '- les copies de la base (parvis backup) et les enregistrements (collect --record) ;',
      '- les registres et parvis.yaml, s’ils nomment cette personne.',
      'Chaque adresse d’une même personne se donne à part, si rien ne les reliait.',
    ],
  },
  en: {
    nothing: 'Nothing is known of this identity.',
    erased: 'This identity was forgotten: what comes in of it stays without identity.',
    known: (account: string, mails: number, server: string) =>
      `${server}: ${account}, ${englishCount(mails, 'address known by its hash alone', 'addresses known by their hash alone')}`,
    noLogin: 'no login',
    heads: ['table', 'role', 'from', 'to', 'rows'],
    forgotten:
      'Forgotten: the identity is erased from the database, the work stays without a name, and a hash keeps it out.',
    denied: 'Nothing was known of this identity; a hash keeps it out from now on.',
    elsewhere: [
      'What is not reached, and is to be done by hand:',
      '- the git history of repositories and clones, on the host and on every machine;',
      '- sites that were built earlier, and what others downloaded from them;',
      '- copies of the database (parvis backup) and recordings (collect --record);',
      '- registers and parvis.yaml, where they name this person.',
      'Give each address of a person by itself where nothing joined them.',
    ],
  },
} as const

export function sheetText({ isErased, identities, uses }: PersonSheet, language: Language): string {
  const words = WORDS[language]
  const lines = identities.map(({ server, login, mailHashes }) =>
    words.known(login ?? words.noLogin, mailHashes, server),
  )
  if (lines.length === 0) lines.push(isErased ? words.erased : words.nothing)
  const rows = uses.map(({ table: name, column, count, firstAt, lastAt }) => {
    return [name, column, firstAt?.slice(0, 10) ?? '-', lastAt?.slice(0, 10) ?? '-', String(count)]
  })
  return `${[...lines, ...(rows.length === 0 ? [] : ['', ...table([[...words.heads], ...rows], 4)])].join('\n')}\n`
}

export function forgottenText(done: { readonly wasKnown: boolean }, language: Language): string {
  const words = WORDS[language]
  return `${[done.wasKnown ? words.forgotten : words.denied, ...words.elsewhere].join('\n')}\n`
}
