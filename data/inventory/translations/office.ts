/** Who meets a text: residents, the people who administer, or nobody can tell from the files. */
export type Office = 'front' | 'back' | 'unknown'

/** Which templates name a key, by the folders that the platform keeps for each side. */
export interface KeyUse {
  readonly isInFront: boolean
  readonly isInBack: boolean
}

/**
 * A key that a template for residents (`templates/skin`) names is theirs, used elsewhere or not, and so is one that begins
 * with `xpage.`, a page of the site. One that only templates of the administration (`templates/admin`) name is the back
 * office's. Keys that code alone puts together are not guessed.
 */
export function officeOf(key: string, use: KeyUse | undefined): Office {
  if (use?.isInFront === true || key.startsWith('xpage.')) return 'front'
  return use?.isInBack === true ? 'back' : 'unknown'
}

/** Keys translated of each side, out of all. */
export type OfficeCounts = Readonly<Record<Office, { readonly translated: number; readonly reference: number }>>

export function officeCounts(
  keys: Iterable<{ readonly office: Office; readonly isTranslated: boolean }>,
): OfficeCounts {
  const counts = {
    front: { translated: 0, reference: 0 },
    back: { translated: 0, reference: 0 },
    unknown: { translated: 0, reference: 0 },
  }
  for (const { office, isTranslated } of keys) {
    counts[office].reference++
    if (isTranslated) counts[office].translated++
  }
  return counts
}
