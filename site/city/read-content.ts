import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import { isOneOf, LANGUAGES, type Language } from '#data/model/vocabulary.ts'
import { choice, count, optional, type Reader, record, text } from '#policies/options.ts'
import { day } from '#policies/pack-format.ts'
import { CHAPTERS } from '../src/routes.ts'
import {
  type Article,
  BLOCK_NAMES,
  type BlockName,
  type CityContent,
  type CityFile,
  type InLanguages,
  type OwnPage,
  type Reference,
} from './content.ts'
import { type Matter, readMatter } from './front-matter.ts'
import { linkResolver, type Written } from './links.ts'
import { renderOwnText } from './own-text.ts'
import { pictureShelf } from './pictures.ts'
import { PLACEHOLDER } from './placeholders.ts'

export interface ContentOrder {
  /** Absolute path of the folder. */
  readonly folder: string
  /** Path below which the site is served, with both slashes. */
  readonly base: string
  /** Languages of the site: texts in others stay where they are. Both unless told. */
  readonly languages?: readonly Language[]
}

export interface ReadContent {
  readonly content: CityContent
  readonly references: readonly Reference[]
  readonly files: readonly CityFile[]
  /** What does not keep a site from being built. */
  readonly warnings: readonly UsageDetail[]
}

const FOLDERS = ['pages', 'news', 'blocks'] as const
type Folder = (typeof FOLDERS)[number]

const page = record({
  title: text(),
  description: text('a sentence for search engines and lists'),
  chapter: optional(choice([...CHAPTERS, 'colophon']), 'understand'),
  order: optional(count(), 100),
  date: optional(day()),
  verified: optional(day()),
})
const article = record({ title: text(), summary: text(), date: day() })
const block = record({})

/**
 * Reads `pages/`, `news/` and `blocks/` of a city's folder: `slug.fr.md` beside `slug.en.md`, pictures in any folder of it.
 * Everything wrong is told at once, by file, line and column.
 */
export async function readContent({ folder, base, languages = LANGUAGES }: ContentOrder): Promise<ReadContent> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UsageFailure('site-content-missing', `there is no folder of texts at ${folder}.`, {
      hint: 'Make it, with pages/, news/ or blocks/ in it, or leave site.content out.',
    })
  }
  const problems: UsageDetail[] = []
  const warnings: UsageDetail[] = []
  const references: Reference[] = []
  const found = FOLDERS.flatMap((name) => filesOf(folder, name, problems))
  const written = found.filter(({ language }) => languages.includes(language))
  const unpublished = found.filter((file) => !written.includes(file))
  warnings.push(...inNoLanguage(found, languages))
  const shelf = pictureShelf({ folder, base, warnings })
  const reader: FileReader = async (file, form) => {
    const path = join(folder, file.path)
    const matter = await readMatter({ file: path, text: readFileSync(path, 'utf8'), reader: form }, problems)
    if (matter === undefined) return undefined
    refusePlaceholders(matter, problems)
    const html = await renderOwnText(
      {
        file: path,
        body: matter.body,
        linesAbove: matter.linesAbove,
        language: file.language,
        link: linkResolver({ file, written, unpublished, base, references }),
        picture: (source) => shelf.picture(source, path),
      },
      problems,
    )
    return { file, matter, html }
  }
  const content = {
    pages: await pagesOf(of(written, 'pages'), reader, problems),
    articles: await articlesOf(of(written, 'news'), reader, problems),
    blocks: await blocksOf(of(written, 'blocks'), reader, problems),
  }
  if (problems.length > 0) {
    throw new UsageFailure('site-content-invalid', `the texts in ${folder} cannot be published as they are.`, {
      details: problems,
    })
  }
  return { content, references, files: shelf.files(), warnings }
}

interface ReadFile<Fields> {
  readonly file: Written
  readonly matter: Matter<Fields>
  readonly html: string
}

type FileReader = <Fields>(file: Written, form: Reader<Fields>) => Promise<ReadFile<Fields> | undefined>

const of = (written: readonly Written[], folder: Folder) => written.filter((file) => file.folder === folder)

const FILE = /^(?<slug>[a-z\d]+(?:-[a-z\d]+)*)\.(?<language>[a-z]{2})\.md$/u

function filesOf(root: string, folder: Folder, problems: UsageDetail[]): readonly Written[] {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  return readdirSync(path)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => {
      const { slug, language } = FILE.exec(name)?.groups ?? {}
      if (slug !== undefined && language !== undefined && isOneOf(LANGUAGES, language)) {
        return [{ folder, slug, language, path: join(folder, name) }]
      }
      const message = `a text is called name.fr.md or name.en.md, the name in small letters, digits and hyphens.`
      problems.push({ file: join(path, name), line: 1, column: 1, message })
      return []
    })
}

/** Texts in no language of the site. */
function inNoLanguage(found: readonly Written[], languages: readonly Language[]): readonly UsageDetail[] {
  const texts = Map.groupBy(found, ({ folder, slug }) => `${folder}/${slug}`)
  return [...texts.values()].flatMap((files) => {
    const [first] = files
    if (first === undefined || files.some(({ language }) => languages.includes(language))) return []
    return [{ file: first.path, message: `is not published: the site is in ${languages.join(' and ')}.` }]
  })
}

function refusePlaceholders({ fields, place }: Matter<unknown>, problems: UsageDetail[]): void {
  for (const [field, value] of Object.entries(fields ?? {})) {
    const [found] = typeof value === 'string' ? (PLACEHOLDER.exec(value) ?? []) : []
    if (found === undefined) continue
    problems.push({ ...place(field), message: `${field}: "${found}" stands where a text is to be written.` })
  }
}

/** The languages of a text together; what they tell twice must be the same in each. */
function inLanguages<Fields, Value>(
  files: readonly ReadFile<Fields>[],
  { same, value, problems }: Joining<Fields, Value>,
): InLanguages<Value> {
  const [first] = files
  for (const { matter } of files.slice(1)) {
    for (const field of same) {
      const [one, other] = [first?.matter.fields[field], matter.fields[field]]
      if (one === other) continue
      const message = `${field} is ${String(other)} here and ${String(one)} in ${basename(first?.file.path ?? '')}.`
      problems.push({ ...matter.place(field), message })
    }
  }
  return Object.fromEntries(files.map((file) => [file.file.language, value(file)]))
}

interface Joining<Fields, Value> {
  readonly same: readonly (keyof Fields & string)[]
  value(file: ReadFile<Fields>): Value
  readonly problems: UsageDetail[]
}

async function bySlug<Fields>(
  written: readonly Written[],
  read: (file: Written) => Promise<ReadFile<Fields> | undefined>,
): Promise<ReadonlyMap<string, readonly ReadFile<Fields>[]>> {
  const all: ReadFile<Fields>[] = []
  for (const file of written) {
    const one = await read(file)
    if (one !== undefined) all.push(one)
  }
  // English sorts before French: the other way round, since the first one decides.
  return Map.groupBy(all.toReversed(), ({ file }) => file.slug)
}

async function pagesOf(
  written: readonly Written[],
  read: FileReader,
  problems: UsageDetail[],
): Promise<readonly OwnPage[]> {
  const files = await bySlug(written, (file) => read(file, page))
  const pages = [...files].map(([slug, [first, ...others]]): OwnPage | undefined => {
    if (first === undefined) return undefined
    const { chapter, order, date, verified } = first.matter.fields
    const texts = inLanguages([first, ...others], {
      same: ['chapter', 'order', 'date', 'verified'],
      value: ({ matter: { fields }, html }) => ({ title: fields.title, description: fields.description, html }),
      problems,
    })
    return { slug, chapter, order, date, verified, texts }
  })
  return pages
    .filter((one) => one !== undefined)
    .sort((one, other) => one.order - other.order || one.slug.localeCompare(other.slug))
}

async function articlesOf(
  written: readonly Written[],
  read: FileReader,
  problems: UsageDetail[],
): Promise<readonly Article[]> {
  const files = await bySlug(written, (file) => read(file, article))
  const articles = [...files].map(([slug, [first, ...others]]): Article | undefined => {
    if (first === undefined) return undefined
    const texts = inLanguages([first, ...others], {
      same: ['date'],
      value: ({ matter: { fields }, html }) => ({ title: fields.title, summary: fields.summary, html }),
      problems,
    })
    return { slug, date: first.matter.fields.date, texts }
  })
  return articles
    .filter((one) => one !== undefined)
    .sort((one, other) => other.date.localeCompare(one.date) || one.slug.localeCompare(other.slug))
}

async function blocksOf(
  written: readonly Written[],
  read: FileReader,
  problems: UsageDetail[],
): Promise<CityContent['blocks']> {
  for (const { path, slug } of written) {
    if (isOneOf(BLOCK_NAMES, slug)) continue
    const message = `no page has a place for the block "${slug}".${suggestion(slug, BLOCK_NAMES)} There are: ${BLOCK_NAMES.join(', ')}.`
    problems.push({ file: path, line: 1, column: 1, message })
  }
  const files = await bySlug(
    written.filter(({ slug }) => isOneOf(BLOCK_NAMES, slug)),
    (file) => read(file, block),
  )
  const blocks = [...files].map(([slug, texts]): readonly [string, InLanguages<string>] => [
    slug,
    inLanguages(texts, { same: [], value: ({ html }) => html, problems }),
  ])
  return Object.fromEntries(blocks) satisfies Readonly<Partial<Record<BlockName, InLanguages<string>>>>
}
