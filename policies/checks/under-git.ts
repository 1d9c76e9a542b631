import { flag, optional, reading, record } from '../options.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  /** Whether a folder in a work tree will do, instead of its root. */
  allowsFolder: optional(flag(), false),
})

const read = reading(OPTIONS)

export const underGit = defineCheck<ReturnType<typeof read>>({
  id: 'under-git',
  summary: 'What is judged is kept in git, from its root.',
  options: read,
  needs: () => [],
  messages: {
    not: { fr: 'aucun commit git ici', en: 'no commit of git is here' },
    folder: { fr: 'ce n’est qu’un dossier d’un dépôt git', en: 'this is but a folder of a git repository' },
  },
  judge({ subject: { identity } }, { allowsFolder }) {
    const { head, folder } = identity
    const messageId = head === undefined ? 'not' : folder !== undefined && !allowsFolder ? 'folder' : undefined
    return messageId === undefined
      ? { outcome: 'pass' }
      : { outcome: 'fail', breaches: [{ messageId, args: {}, text: messageId }] }
  },
})
