import type { Buffer } from 'node:buffer'
import { placeholderDifference, placeholdersOf } from '#data/facts/placeholders.ts'
import { propertyTexts } from '#data/facts/property-texts.ts'
import { editBundle } from '#data/inventory/translations/edit-bundle.ts'
import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import { bundleOpener } from './bundle-texts.ts'
import { type Holdings, repositoryOf } from './holdings.ts'
import { type FileChange, gitPatch } from './patch.ts'
import type { ReturnedText } from './work-list-file.ts'

/** What one repository gains. */
export interface RepositoryPatch {
  readonly repository: string
  readonly patch: Buffer
  /** Keys that had no text and have one now. */
  readonly gained: number
  /** Keys whose text is another now. */
  readonly changed: number
}

/** Patches of all repositories that the texts are of; a `UsageFailure` with every line that cannot be taken, and then none. */
export async function patchesOf(
  returned: readonly ReturnedText[],
  { holdings, file }: { readonly holdings: Holdings; readonly file: string },
): Promise<readonly RepositoryPatch[]> {
  const open = await bundleOpener(holdings)
  const refused: UsageDetail[] = []
  const edits: { readonly repository: string; readonly edited: EditedBundle }[] = []
  const bundles = Map.groupBy(returned, (one) => JSON.stringify([one.component, one.bundle, one.language]))
  for (const texts of bundles.values()) {
    const [{ component, bundle, language, line } = NOTHING] = texts
    const repository = repositoryOf(component, holdings)
    const contents = repository === undefined ? undefined : await open(component, { bundle, language })
    if (contents === undefined || repository === undefined) {
      refused.push({ file, line, message: `no bundle ${bundle} of ${component} with a reference file was collected.` })
      continue
    }
    const checked = checkedTexts(texts, { contents, file })
    refused.push(...checked.refused)
    const edited = editedBundle(checked.texts, contents)
    if (edited !== undefined) edits.push({ repository, edited })
  }
  if (refused.length > 0) {
    throw new UsageFailure(
      'translations-refused',
      `${file}: ${refused.length} lines cannot be taken; nothing was written.`,
      {
        details: refused.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
      },
    )
  }
  return [...Map.groupBy(edits, ({ repository }) => repository)].map(([repository, own]) => ({
    repository,
    patch: gitPatch(own.map(({ edited }) => edited.change)),
    gained: own.reduce((sum, { edited }) => sum + edited.gained, 0),
    changed: own.reduce((sum, { edited }) => sum + edited.changed, 0),
  }))
}

const NOTHING: ReturnedText = { component: '', bundle: '', key: '', language: '', text: '', line: 1 }

interface Contents {
  readonly reference: Uint8Array
  readonly french: Uint8Array | undefined
  readonly path: string
  readonly present: Uint8Array | undefined
}

/** Texts by key, after each is known to be asked for and to hold what the program fills in. */
function checkedTexts(
  returned: readonly ReturnedText[],
  { contents, file }: { readonly contents: Contents; readonly file: string },
): { readonly texts: ReadonlyMap<string, string>; readonly refused: readonly UsageDetail[] } {
  const reference = propertyTexts(contents.reference) ?? new Map<string, string>()
  const texts = new Map<string, string>()
  const refused: UsageDetail[] = []
  for (const { key, text, line } of returned) {
    const from = reference.get(key)
    if (from === undefined) {
      refused.push({
        file,
        line,
        message: `${key}: the reference has no such key.${suggestion(key, reference.keys())}`,
      })
      continue
    }
    const difference = placeholderDifference(placeholdersOf(from), placeholdersOf(text))
    if (difference === undefined) texts.set(key, within(from, text))
    else refused.push({ file, line, message: `${key}: ${broken(difference)}.` })
  }
  return { texts, refused }
}

function broken({
  lost,
  invented,
}: {
  readonly lost: readonly string[]
  readonly invented: readonly string[]
}): string {
  const parts = [
    ...(lost.length > 0 ? [`the translation lost ${lost.join(' ')}`] : []),
    ...(invented.length > 0 ? [`the translation has ${invented.join(' ')}, which the reference has not`] : []),
  ]
  return parts.join(', and ')
}

/** Blanks around a text are the programmer's, and tools for tables lose them. */
function within(reference: string, text: string): string {
  const [before = ''] = /^\s*/u.exec(reference) ?? []
  const [after = ''] = /\s*$/u.exec(reference) ?? []
  return reference.trim() === '' ? text : `${before}${text.trim()}${after}`
}

interface EditedBundle {
  readonly change: FileChange
  readonly gained: number
  readonly changed: number
}

/** Undefined when every text is there already. */
function editedBundle(texts: ReadonlyMap<string, string>, contents: Contents): EditedBundle | undefined {
  const { path, present, reference, french } = contents
  const before =
    present === undefined ? new Map<string, string>() : (propertyTexts(present) ?? new Map<string, string>())
  const fresh = new Map([...texts].filter(([key, text]) => before.get(key) !== text))
  if (fresh.size === 0) return undefined
  const order = [...(propertyTexts(reference) ?? new Map<string, string>()).keys()]
  const after = editBundle({ content: present ?? new Uint8Array(), texts: fresh, order, like: french ?? reference })
  if (after === null) throw new UsageFailure('bundle-unreadable', `${path} is neither UTF-8 nor ISO-8859-1 text.`)
  const gained = [...fresh.keys()].filter((key) => (before.get(key) ?? '').trim() === '').length
  return { change: { path, before: present, after }, gained, changed: fresh.size - gained }
}
