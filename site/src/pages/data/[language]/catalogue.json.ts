import { settings } from 'virtual:parvis-site'
import type { APIRoute, GetStaticPaths } from 'astro'
import type { Language } from '#data/model/vocabulary.ts'
import { SYNONYMS } from '#data/reference/synonyms.ts'
import { catalogueIndex } from '../../../files/catalogue-index.ts'
import { catalogue, services } from '../../../register.ts'
import { purposeOf } from '../../../telling/purpose.ts'

export const getStaticPaths: GetStaticPaths = () =>
  settings.languages.map((language) => ({ params: { language }, props: { language } }))

/** What the filters of the catalogue run on. */
export const GET: APIRoute<{ language: Language }> = ({ props: { language } }) =>
  new Response(
    catalogueIndex(catalogue, {
      purposeOf: (entry) => purposeOf(entry, language),
      synonyms: [...SYNONYMS, ...(settings.identity.synonyms ?? [])],
      needWords: new Map(services.needs.map(({ id, alsoCalled }) => [id, alsoCalled])),
    }),
  )
