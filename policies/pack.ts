import { createHash } from 'node:crypto'
import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import { CHECKS, CLASSIFIERS } from './checks/registry.ts'
import { type KeyPath, type OptionProblem, OptionsFailure, type Reader } from './options.ts'
import { FAMILY, MANIFEST, type Manifest, type Override } from './pack-format.ts'
import { takeProse, unusedProse } from './prose.ts'
import type { Rule, RulePack } from './rule.ts'
import { openYaml } from './yaml-document.ts'

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
type Complain = (path: KeyPath, message: string, at?: 'key' | 'value') => void

/** What is being read, and everything found wrong with it so far. */
interface Reading extends PackContext {
  readonly files: readonly PackFile[]
  readonly problems: UsageDetail[]
}

/**
 * Reads a pack: a manifest (`pack.yaml`, or the only YAML file there is), `<family>.yaml` and `<code>.<language>.md`.
 * Throws one `UsageFailure` (`pack-invalid`) with every problem of every file.
 */
export async function loadPack(files: readonly PackFile[], context: PackContext): Promise<RulePack> {
  const reading: Reading = { ...context, files, problems: [] }
  const yamls = files.filter(({ path }) => /\.ya?ml$/u.test(path))
  const file = yamls.find(({ path }) => stem(path) === 'pack') ?? yamls[0]
  if (file === undefined) {
    throw new UsageFailure('pack-invalid', 'A pack needs a pack.yaml.', { hint: 'Write one: id, title, policy.' })
  }
  const opened = await readYaml(file, MANIFEST, reading)
  const pack = opened && (await resolve(opened.value, { reading, complain: opened.complain, manifest: file, yamls }))
  if (pack === undefined || reading.problems.length > 0) {
    throw new UsageFailure('pack-invalid', `The rule pack ${file.path} cannot be used.`, { details: reading.problems })
  }
  return { ...pack, digest: createHash('sha256').update(JSON.stringify(pack)).digest('hex') }
}

async function resolve(
  manifest: Manifest,
  own: { reading: Reading; complain: Complain; manifest: PackFile; yamls: readonly PackFile[] },
): Promise<Omit<RulePack, 'digest'>> {
  const { reading, complain } = own
  const bases = manifest.extends.flatMap((id, index) => {
    const base = reading.packs.find((pack) => pack.id === id)
    if (base !== undefined) return [base]
    complain(
      ['extends', index],
      unknown(
        'pack',
        id,
        reading.packs.map((pack) => pack.id),
      ),
    )
    return []
  })
  const inherited = bases.flatMap((base) => base.families)
  const families = [...inherited, ...(await readFamilies(manifest, { ...own, inherited }))]
  complainOfStrangers(manifest, own)
  // Pages of a family that could not be read would be named for a fault that is not theirs.
  const isWhole = manifest.families.every((id) => families.some((family) => family.id === id))
  const rules = families.flatMap((family) => family.rules)
  if (isWhole)
    reading.problems.push(
      ...unusedProse(
        reading.files,
        rules.map((rule) => rule.code),
      ),
    )
  complainOfWaivers(manifest, { rules, complain })
  complainOfClassifier(manifest, complain)
  const { id, title, policy, classifier, waivers } = manifest
  return {
    id,
    title,
    policy,
    classifier: classifier ?? bases.find((base) => base.classifier !== null)?.classifier ?? null,
    families: override(families, { manifest, complain }),
    waivers: [...bases.flatMap((base) => base.waivers), ...waivers],
  }
}

async function readFamilies(
  manifest: Manifest,
  own: {
    reading: Reading
    complain: Complain
    manifest: PackFile
    yamls: readonly PackFile[]
    inherited: readonly Family[]
  },
): Promise<readonly Family[]> {
  const candidates = own.yamls.filter((yaml) => yaml !== own.manifest)
  const families: Family[] = []
  for (const [index, id] of manifest.families.entries()) {
    const file = candidates.find((yaml) => stem(yaml.path) === id)
    if (file === undefined) {
      const names = candidates.map((yaml) => stem(yaml.path))
      own.complain(['families', index], `there is no ${id}.yaml.${suggestion(id, names)}`)
      continue
    }
    const taken = [...own.inherited, ...families].flatMap((family) => family.rules)
    const family = await readFamily(file, { reading: own.reading, taken })
    if (family !== undefined) families.push({ id, ...family })
  }
  return families
}

async function readFamily(
  file: PackFile,
  { reading, taken }: { reading: Reading; taken: readonly Rule[] },
): Promise<Omit<Family, 'id'> | undefined> {
  const opened = await readYaml(file, FAMILY, reading)
  // A family with holes is named for its holes; judging the rest of it would name them twice.
  if (opened === undefined || !opened.isWhole) return undefined
  const { value: family, complain } = opened
  const rules = family.rules.map((written, index): Rule => {
    const earlier = [...taken, ...family.rules.slice(0, index)]
    for (const key of ['id', 'code'] as const) {
      const isTaken = earlier.some((rule) => rule[key] === written[key])
      if (isTaken) complain(['rules', index, key], `"${written[key]}" names another rule already.`)
    }
    const check = CHECKS.find((one) => one.id === written.check)
    const ids = CHECKS.map((one) => one.id)
    if (check === undefined) complain(['rules', index, 'check'], unknown('check', written.check, ids))
    else tryOptions(() => check.options(written.options), ['rules', index, 'options'], complain)
    const { prose, missing, problems } = takeProse(written.code, reading)
    for (const name of missing) complain(['rules', index, 'code'], `there is no ${name}.`)
    reading.problems.push(...problems)
    return { ...written, prose }
  })
  return { title: family.title, rules }
}

/** Rules as the pack wants them: another gravity, other options, another scope, or none. */
function override(
  families: readonly Family[],
  { manifest, complain }: { manifest: Manifest; complain: Complain },
): readonly Family[] {
  const rules = families.flatMap((family) => family.rules)
  const wanted = new Map<Rule, { readonly key: string; readonly override: Override }>()
  for (const [key, one] of Object.entries(manifest.rules)) {
    const rule = rules.find((known) => known.code === key || known.id === key)
    if (rule === undefined) complain(['rules', key], unknown('rule', key, namesOf(rules)), 'key')
    else wanted.set(rule, { key, override: one })
  }
  const changed = (rule: Rule): readonly Rule[] => {
    const change = wanted.get(rule)
    if (change === undefined) return [rule]
    if (change.override.off) return []
    const { options: given, severity = rule.severity, when = rule.when } = change.override
    const options = { ...asMapping(rule.options), ...asMapping(given) }
    const check = CHECKS.find((known) => known.id === rule.check)
    if (check !== undefined) tryOptions(() => check.options(options), ['rules', change.key, 'options'], complain)
    // Who says one gravity for a rule means it everywhere.
    const grades = change.override.severity === undefined ? rule.grades : []
    return [{ ...rule, options, severity, grades, when }]
  }
  return families
    .map((family) => ({ ...family, rules: family.rules.flatMap(changed) }))
    .filter((family) => family.rules.length > 0)
}

function complainOfStrangers(
  { families }: Manifest,
  { reading, manifest, yamls }: { reading: Reading; manifest: PackFile; yamls: readonly PackFile[] },
): void {
  for (const { path } of yamls) {
    if (path === manifest.path || families.includes(stem(path))) continue
    reading.problems.push({ message: `"families" of ${manifest.path} does not list "${stem(path)}".`, file: path })
  }
}

function complainOfWaivers(
  { waivers }: Manifest,
  { rules, complain }: { rules: readonly Rule[]; complain: Complain },
): void {
  const names = namesOf(rules)
  for (const [index, { rule }] of waivers.entries()) {
    if (!names.includes(rule)) complain(['waivers', index, 'rule'], unknown('rule', rule, names))
  }
}

function complainOfClassifier({ classifier }: Manifest, complain: Complain): void {
  if (classifier === undefined) return
  const known = CLASSIFIERS.find((one) => one.id === classifier.id)
  const ids = CLASSIFIERS.map((one) => one.id)
  if (known === undefined) complain(['classifier', 'id'], unknown('classifier', classifier.id, ids))
  else tryOptions(() => known.options(classifier.options), ['classifier', 'options'], complain)
}

async function readYaml<Value>(file: PackFile, reader: Reader<Value>, { problems }: Reading) {
  const document = await openYaml(file.path, file.text)
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

function tryOptions(read: () => unknown, path: KeyPath, complain: Complain): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof OptionsFailure)) throw error
    for (const problem of error.problems) complain([...path, ...problem.path], problem.message, problem.at)
  }
}

function unknown(what: string, word: string, known: readonly string[]): string {
  return `unknown ${what} "${word}".${suggestion(word, known)}`
}

function namesOf(rules: readonly Rule[]): readonly string[] {
  return rules.flatMap((rule) => [rule.code, rule.id])
}

function asMapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** Name of a YAML file without folder and ending. */
function stem(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/u, '')
}
