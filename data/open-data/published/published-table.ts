import type { Text } from '../../model/vocabulary.ts'
import type { RepositoryStream } from '../../reference/streams.ts'

/** What the public may read of a column, said in French; its English meaning and its type are those of the schema. */
export interface PublishedColumn {
  readonly fr: string
  /** What is counted, in UCUM or in a word of the glossary; left out where a number is none of a quantity. */
  readonly unit?: string
  /** An empty text is a value of its own here: the root of a repository. */
  readonly isEmptyAllowed?: true
}

/**
 * A table that the public may download. The list of its columns is an allow-list: one that the schema has and this list
 * has not stops the export rather than come out.
 */
export interface PublishedTable {
  readonly title: Text
  /** What the table holds, in French. */
  readonly fr: string
  readonly columns: Readonly<Record<string, string | PublishedColumn>>
  /** What must have been read for it to be whole; left out where its rows come from registers or from the file itself. */
  readonly from?: readonly RepositoryStream[]
  /**
   * Grows with repositories times rules or months, past what a file should weigh in the open: written compressed from
   * the first row on, so that its address stays the same.
   */
  readonly isLarge?: true
}

export type PublishedTables = Readonly<Record<string, PublishedTable>>

/** Where something lives: said of so many tables that it is said once. */
export const PLACE = {
  repository: 'dépôt où il se trouve : serveur/propriétaire/nom',
  path: { fr: 'dossier dans le dépôt ; vide pour la racine', isEmptyAllowed: true },
} as const satisfies PublishedTable['columns']
