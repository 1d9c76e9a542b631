import { compileGlobs } from '#data/facts/glob.ts'
import { bare, declaredComponents, namesInPlatform } from '../../component-names.ts'
import { choice, reading, record, text, texts } from '../../options.ts'
import { inRoot } from '../../places.ts'
import { type Breach, defineCheck } from '../../rule.ts'
import { sqlPlace } from '../../sql-places.ts'

const OPTIONS = record({
  descriptors: text('a glob of descriptors'),
  paths: texts('globs of scripts, from the folder of the component'),
  /** `strange`: folders that are neither its own nor a dependency's. `taken`: paths that a dependency ships as well. */
  finds: choice(['strange', 'taken']),
})

const read = reading(OPTIONS)

export const sqlFolders = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/sql-folders',
  summary: 'SQL scripts lie in the folder of the component, or beside those of a plugin that it builds on.',
  options: read,
  needs: ({ descriptors, paths, finds }, subject) => [
    { extractor: 'descriptor', paths: [inRoot(subject, descriptors)] },
    { extractor: 'pom', paths: [inRoot(subject, 'pom.xml')] },
    ...(finds === 'taken'
      ? [{ extractor: 'sql-script' as const, paths: paths.map((path) => inRoot(subject, path)), separately: true }]
      : []),
  ],
  messages: {
    strange: {
      fr: 'le dossier {folder} est celui de « {found} », ni ce composant ({own}) ni une dépendance déclarée',
      en: 'the folder {folder} is the one of "{found}", neither this component ({own}) nor a declared dependency',
    },
    taken: {
      fr: 'ce script crée {tables} au chemin où « {found} » livre le sien',
      en: 'this script creates {tables} at the path where "{found}" ships its own',
    },
  },
  judge({ subject, entries, facts }, { paths, finds }) {
    const isMeant = compileGlobs(paths)
    const start = inRoot(subject, '').length
    const scripts = entries
      .filter(({ path }) => path.startsWith(inRoot(subject, '')))
      .map(({ path }) => ({ path, within: path.slice(start) }))
      .filter(({ within }) => isMeant(within))
      .flatMap(({ path, within }) => {
        const place = sqlPlace(within, subject)
        return place === null ? [] : [{ path, ...place }]
      })
    const own = namesInPlatform(subject, facts('descriptor').values())
    const declared = declaredComponents(subject, facts('pom').get(inRoot(subject, 'pom.xml')))
    const isOwn = (component: string, folder: string) =>
      own.has(bare(component)) || own.has(bare(folder.split('/')[3] ?? ''))
    const foreign = scripts.filter(({ component, folder }) => !isOwn(component, folder))
    if (scripts.length === 0) return { outcome: 'not-applicable' }
    const breaches =
      finds === 'strange'
        ? [
            ...Map.groupBy(
              foreign.filter(({ component }) => !declared.has(bare(component))),
              ({ folder }) => folder,
            ),
          ].map(([folder, [first]]): Breach => {
            const args = { folder, found: first?.component ?? '', own: [...own].join(', ') }
            return { messageId: 'strange', args, location: { path: first?.path ?? folder }, text: folder }
          })
        : foreign.flatMap(({ path, component, file }): Breach[] => {
            const tables =
              facts('sql-script')
                .get(path)
                ?.tables.map(({ name }) => name) ?? []
            const isTaken = declared.has(bare(component)) && bare(file) === `createdb${bare(component)}.sql`
            if (!isTaken || tables.length === 0) return []
            return [{ messageId: 'taken', args: { tables, found: component }, location: { path }, text: file }]
          })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
