import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import { LANGUAGES, type Language } from '#data/model/vocabulary.ts'
import { TEXT_IDS } from '../src/routes.ts'
import { type GuidePage, readGuidePage } from './guide-page.ts'

const OURS = fileURLToPath(new URL('../src/content/guide/', import.meta.url))

/**
 * The texts of the guide in the languages of the site; those of the city (`guide/map.fr.md` in its folder of texts) stand in for
 * ours by name.
 * Throws a `UsageFailure` (`guide-invalid`) with file and line for what no reader should meet: an empty link, a
 * placeholder left behind, a link or a table that does not exist, a name that is no text.
 */
export async function readGuide(
  content: string | undefined,
  languages: readonly Language[] = LANGUAGES,
): Promise<readonly GuidePage[]> {
  const problems: UsageDetail[] = []
  const folder = content === undefined ? undefined : join(content, 'guide')
  const own = folder === undefined || !existsSync(folder) ? new Set<string>() : ownFiles(folder, problems)
  const pages: GuidePage[] = []
  for (const language of languages) {
    for (const id of TEXT_IDS) {
      const name = `${id}.${language}.md`
      const isOwn = folder !== undefined && own.has(name)
      const file = join(isOwn ? folder : OURS, name)
      const page = await readGuidePage(readFileSync(file, 'utf8'), { file, problems })
      if (page !== undefined) pages.push({ id, language, isOwn, ...page })
    }
  }
  if (problems.length > 0) {
    throw new UsageFailure('guide-invalid', 'The contributor guide cannot be shown as it is.', { details: problems })
  }
  return pages
}

function ownFiles(folder: string, problems: UsageDetail[]): ReadonlySet<string> {
  const known = TEXT_IDS.flatMap((id) => LANGUAGES.map((language) => `${id}.${language}.md`))
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  for (const name of names.toSorted().filter((one) => !known.includes(one)))
    problems.push({ file: join(folder, name), message: `"${name}" is no text of the guide.${suggestion(name, known)}` })
  return new Set(names)
}

/** Days after which a page is to be followed again. */
export const VERIFIED_FOR_DAYS = 180

/** Days from the last verification to the day of the data; pages that have waited longer are said to be old. */
export function isOld({ verified }: Pick<GuidePage, 'verified'>, asOf: string): boolean {
  return (Date.parse(asOf) - Date.parse(verified)) / 86_400_000 > VERIFIED_FOR_DAYS
}

/** What the city, or whoever keeps Parvis up, is told of texts that have waited too long. They are published, and say so. */
export function oldTexts(pages: readonly GuidePage[], asOf: string): readonly UsageDetail[] {
  return pages
    .filter((page) => isOld(page, asOf))
    .map(({ id, language, verified }) => ({
      file: `guide/${id}.${language}.md`,
      message: `last verified on ${verified}, more than ${VERIFIED_FOR_DAYS} days before the data.`,
    }))
}
