import { reading, record, text } from '../../options.ts'
import { inRoot } from '../../places.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({
  descriptors: text('a glob of descriptors'),
  /** Folder that the addresses start from. */
  webapp: text('a folder'),
  /** Beginning of the addresses that are files here. */
  pages: text('the beginning of an address'),
})

const read = reading(OPTIONS)

export const descriptorPages = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/descriptor-pages',
  summary: 'Pages that the plugin descriptor links from the administration exist.',
  options: read,
  needs: ({ descriptors }, subject) => [{ extractor: 'descriptor', paths: [inRoot(subject, descriptors)] }],
  messages: {
    missing: {
      fr: 'la fonction {feature} ouvre {page}, qui n’existe pas',
      en: 'the feature {feature} opens {page}, which does not exist',
    },
  },
  judge({ subject, facts, has }, { webapp, pages }) {
    const links = [...facts('descriptor')].flatMap(([path, { features }]) =>
      features.flatMap(({ id, url }) => {
        const page = (url?.text ?? '').replace(/[?#].*$/su, '').trim()
        return url === null || !page.startsWith(pages) ? [] : [{ path, page, line: url.line, feature: id ?? '' }]
      }),
    )
    if (links.length === 0) return { outcome: 'not-applicable' }
    const breaches = links.flatMap(({ path, page, line, feature }): Breach[] => {
      if (has(inRoot(subject, `${webapp}/${page}`))) return []
      return [{ messageId: 'missing', args: { feature, page }, location: { path, line }, text: page }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
