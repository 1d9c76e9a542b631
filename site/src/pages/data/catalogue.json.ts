import { settings } from 'virtual:parvis-site'
import type { APIRoute } from 'astro'
import { SYNONYMS } from '#data/reference/synonyms.ts'
import { catalogueIndex } from '../../files/catalogue-index.ts'
import { catalogue, services } from '../../register.ts'

export const GET: APIRoute = () =>
  new Response(
    catalogueIndex(catalogue, {
      synonyms: [...SYNONYMS, ...(settings.identity.synonyms ?? [])],
      needWords: new Map(services.needs.map(({ id, alsoCalled }) => [id, alsoCalled])),
    }),
  )
