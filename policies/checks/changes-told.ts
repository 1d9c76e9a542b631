import { compileGlobs } from '#data/facts/glob.ts'
import { reading, record, texts } from '../options.ts'
import { versionOfTag } from '../releases.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  /** From the root; the case of letters does not count. */
  paths: texts('globs of files that tell changes'),
})

const read = reading(OPTIONS)

export const changesTold = defineCheck<ReturnType<typeof read>>({
  id: 'changes-told',
  summary: 'Whoever takes a new version can read what changed: in a file, or in the notes of its release on the host.',
  options: read,
  needs: () => [],
  needsRefs: true,
  wantsHost: true,
  messages: {
    missing: {
      fr: 'ni fichier de changements ({paths}), ni notes pour la livraison {tag} sur la forge',
      en: 'neither a file of changes ({paths}) nor notes for release {tag} on the host',
    },
    unseen: {
      fr: 'pas de fichier de changements ; des notes de livraison sur la forge compteraient, et ne sont pas visibles d’ici',
      en: 'no file of changes; release notes on the host would do, and cannot be seen from here',
    },
  },
  judge({ entries, refs, host }, { paths }) {
    const isMeant = compileGlobs(paths)
    if (entries.some(({ path, size }) => size > 0 && isMeant(path.toLowerCase()))) return { outcome: 'pass' }
    const tagged = refs.find(({ kind, name }) => kind === 'tag' && versionOfTag(name) !== undefined)
    if (tagged === undefined) return { outcome: 'not-applicable' }
    const releases = host?.releases
    if (releases === undefined || !releases.isKnown) return { outcome: 'unknown', messageId: 'unseen', args: {} }
    const [newest] = releases.value.newest
    if (newest !== undefined && newest.notesLength > 0) return { outcome: 'pass' }
    return { outcome: 'fail', breaches: [{ messageId: 'missing', args: { paths, tag: newest?.tag ?? tagged.name } }] }
  },
})
