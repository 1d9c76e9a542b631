import { createHash } from 'node:crypto'
import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { Language, Text } from '#data/model/vocabulary.ts'
import { CHECKS, CLASSIFIERS } from './checks/registry.ts'
import { type KeyPath, type OptionProblem, OptionsFailure, type Reader } from './options.ts'
import { FAMILY, MANIFEST, type Override, type WrittenRule } from './pack-format.ts'
import { PROSE_HEADINGS, readProse } from './prose.ts'
import type { Prose, Rule, RulePack } from './rule.ts'
import { openYaml, type YamlDocument } from './yaml-document.ts'

/** A file of a pack's folder, already read by somebody who may. */
export interface PackFile {
  /** As it should stand in messages; its last part is the name that counts. */
  readonly path: string
  readonly text: string
}

export interface PackContext {
  /** Packs that `extends` may name. */
  readonly packs: readonly RulePack[]
  /** Whether every text must be there in every language: so for what we publish, not for a pack of one's own. */
  readonly bilingual?: boolean
}

type Family = RulePack['families'][number]

/**
 * Reads a pack: a manifest (`pack.yaml`, or the only YAML file there is), `<family>.yaml` and `<code>.<language>.md`.
 * Throws one `UsageFailure` (`pack-invalid`) with every problem of every file.
 */
export async function loadPack(files: readonly PackFile[], context: PackContext): Promise<RulePack> {
  const problems: UsageDetail[] = []
  const yamls = files.filter((file) => /\.ya?ml$/u.test(file.path))
  const manifestFile = yamls.find((file) => /^pack\.ya?ml$/u.test(baseName(file.path))) ?? yamls[0]
  if (manifestFile === undefined) {
    throw new UsageFailure('pack-invalid', 'A pack needs a pack.yaml.', { hint: 'Write one: id, title, policy.' })
  }
  const opened = await readYaml(manifestFile, MANIFEST, problems)
  if (opened === undefined) throw invalid(manifestFile.path, problems)
  const { value: manifest, complain } = opened

  const bases = manifest.extends.flatMap((id, index) => {
    const base = context.packs.find((pack) => pack.id === id)
    if (base !== undefined) return [base]
    const known = context.packs.map((pack) => pack.id)
    complain(['extends', index], `unknown pack "${id}".${suggestion(id, known)}`)
    return []
  })

  const families: Family[] = bases.flatMap((base) => base.families)
  const prose = new ProseShelf(files, context.bilingual === true, problems)
  for (const [index, id] of manifest.families.entries()) {
    const file = yamls.find((yaml) => stem(yaml.path) === id && yaml !== manifestFile)
    if (file === undefined) {
      const names = yamls.filter((yaml) => yaml !== manifestFile).map((yaml) => stem(yaml.path))
      complain(['families', index], `there is no ${id}.yaml.${suggestion(id, names)}`)
      continue
    }
    const family = await readFamily(id, file, { prose, problems, taken: families.flatMap((known) => known.rules) })
    if (family !== undefined) families.push(family)
  }
  for (const file of yamls) {
    if (file === manifestFile || manifest.families.includes(stem(file.path))) continue
    problems.push({
      message: `"families" of ${manifestFile.path} does not list "${stem(file.path)}".`,
      file: file.path,
    })
  }
  // Pages of a family that could not be read would be named for a fault that is not theirs.
  const isWhole = manifest.families.every((id) => families.some((family) => family.id === id))
  if (isWhole) prose.reportUnused(families.flatMap((family) => family.rules.map((rule) => rule.code)))

  const rules = families.flatMap((family) => family.rules)
  const codes = rules.flatMap((rule) => [rule.code, rule.id])
  const overrides = new Map<Rule, Override>()
  for (const [key, override] of Object.entries(manifest.rules)) {
    const rule = rules.find((known) => known.code === key || known.id === key)
    if (rule === undefined) complain(['rules', key], `unknown rule "${key}".${suggestion(key, codes)}`, 'key')
    else overrides.set(rule, override)
  }
  const resolved = families.map((family) => ({
    ...family,
    rules: family.rules.flatMap((rule) => {
      const override = overrides.get(rule)
      if (override === undefined) return [rule]
      if (override.off) return []
      const options = { ...asMapping(rule.options), ...asMapping(override.options) }
      const key = rule.code in manifest.rules ? rule.code : rule.id
      const check = CHECKS.find((known) => known.id === rule.check)
      if (check !== undefined) tryOptions(() => check.options(options), ['rules', key, 'options'], complain)
      return [{ ...rule, options, severity: override.severity ?? rule.severity, when: override.when ?? rule.when }]
    }),
  }))
  for (const [index, waiver] of manifest.waivers.entries()) {
    if (codes.includes(waiver.rule)) continue
    complain(['waivers', index, 'rule'], `unknown rule "${waiver.rule}".${suggestion(waiver.rule, codes)}`)
  }
  const { classifier } = manifest
  if (classifier !== undefined) {
    const known = CLASSIFIERS.find((one) => one.id === classifier.id)
    const ids = CLASSIFIERS.map((one) => one.id)
    if (known === undefined) {
      complain(['classifier', 'id'], `unknown classifier "${classifier.id}".${suggestion(classifier.id, ids)}`)
    } else tryOptions(() => known.options(classifier.options), ['classifier', 'options'], complain)
  }
  if (problems.length > 0) throw invalid(manifestFile.path, problems)

  const pack = {
    id: manifest.id,
    title: manifest.title,
    policy: manifest.policy,
    classifier: classifier ?? bases.find((base) => base.classifier !== null)?.classifier ?? null,
    families: resolved.filter((family) => family.rules.length > 0),
    waivers: [...bases.flatMap((base) => base.waivers), ...manifest.waivers],
  }
  return { ...pack, digest: createHash('sha256').update(JSON.stringify(pack)).digest('hex') }
}

type Complain = (path: KeyPath, message: string, at?: 'key' | 'value') => void

async function readYaml<Value>(file: PackFile, reader: Reader<Value>, problems: UsageDetail[]) {
  const document: YamlDocument = await openYaml(file.path, file.text)
  if (document.problems.length > 0) {
    problems.push(...document.problems)
    return undefined
  }
  const complain: Complain = (path, message, at = 'value') => {
    problems.push({ message, file: file.path, ...document.locate(path, at) })
  }
  const found: OptionProblem[] = []
  const value = reader.read(document.value, [], found)
  for (const problem of found) complain(problem.path, problem.message, problem.at)
  return value === undefined ? undefined : { value, complain, isWhole: found.length === 0 }
}

async function readFamily(
  id: string,
  file: PackFile,
  known: { prose: ProseShelf; problems: UsageDetail[]; taken: readonly Rule[] },
): Promise<Family | undefined> {
  const opened = await readYaml(file, FAMILY, known.problems)
  // A family with holes is named for its holes; judging the rest of it would name them twice.
  if (opened === undefined || !opened.isWhole) return undefined
  const { value: family, complain } = opened
  const rules = family.rules.map((written, index): Rule => {
    const earlier = [...known.taken, ...family.rules.slice(0, index)]
    for (const key of ['id', 'code'] as const) {
      const isTaken = earlier.some((rule) => rule[key] === written[key])
      if (isTaken) complain(['rules', index, key], `"${written[key]}" names another rule already.`)
    }
    const check = CHECKS.find((one) => one.id === written.check)
    const ids = CHECKS.map((one) => one.id)
    if (check === undefined) {
      complain(['rules', index, 'check'], `unknown check "${written.check}".${suggestion(written.check, ids)}`)
    } else tryOptions(() => check.options(written.options), ['rules', index, 'options'], complain)
    const prose = known.prose.take(written, (message) => complain(['rules', index, 'code'], message))
    return { ...written, prose }
  })
  return { id, title: family.title, rules }
}

function tryOptions(read: () => unknown, path: KeyPath, complain: Complain): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof OptionsFailure)) throw error
    for (const problem of error.problems) complain([...path, ...problem.path], problem.message, problem.at)
  }
}

/** The Markdown files of a pack, handed out by code. */
class ProseShelf {
  readonly #files: ReadonlyMap<string, PackFile>
  readonly #isBilingual: boolean
  readonly #problems: UsageDetail[]

  constructor(files: readonly PackFile[], isBilingual: boolean, problems: UsageDetail[]) {
    const markdown = files.filter((file) => file.path.endsWith('.md'))
    this.#files = new Map(markdown.map((file) => [baseName(file.path), file]))
    this.#isBilingual = isBilingual
    this.#problems = problems
  }

  take(rule: WrittenRule, complain: (message: string) => void): Prose {
    const read: Partial<Record<Language, Record<keyof Prose, string>>> = {}
    for (const language of Object.keys(PROSE_HEADINGS) as Language[]) {
      const name = `${rule.code}.${language}.md`
      const file = this.#files.get(name)
      if (file === undefined) {
        if (this.#isBilingual) complain(`there is no ${name}.`)
        continue
      }
      const { sections, problems } = readProse(file.path, file.text, language)
      this.#problems.push(...problems)
      read[language] = sections
    }
    const either = read.fr ?? read.en
    if (either === undefined && !this.#isBilingual) complain(`there is no ${rule.code}.fr.md or ${rule.code}.en.md.`)
    const inBoth = (section: keyof Prose): Text => ({
      fr: (read.fr ?? either)?.[section] ?? '',
      en: (read.en ?? either)?.[section] ?? '',
    })
    return { why: inBoth('why'), bad: inBoth('bad'), good: inBoth('good'), fix: inBoth('fix') }
  }

  reportUnused(codes: readonly string[]): void {
    for (const [name, file] of this.#files) {
      const [, code, language] = /^(.+)\.([a-z]+)\.md$/u.exec(name) ?? []
      if (code !== undefined && language !== undefined && language in PROSE_HEADINGS && codes.includes(code)) continue
      if (/^readme\.md$/iu.test(name)) continue
      this.#problems.push({ message: `no rule goes by this name.${suggestion(code ?? name, codes)}`, file: file.path })
    }
  }
}

function invalid(file: string, problems: readonly UsageDetail[]): UsageFailure {
  return new UsageFailure('pack-invalid', `The rule pack ${file} cannot be used.`, { details: problems })
}

function asMapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function stem(path: string): string {
  return baseName(path).replace(/\.ya?ml$/u, '')
}
