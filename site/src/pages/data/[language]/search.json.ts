import { settings } from 'virtual:parvis-site'
import type { APIRoute, GetStaticPaths } from 'astro'
import type { Language } from '#data/model/vocabulary.ts'
import { searchEntries } from '../../../files/search-entries.ts'

export const getStaticPaths: GetStaticPaths = () =>
  settings.languages.map((language) => ({ params: { language }, props: { language } }))

/** Entries, which the end of the build makes an index of. */
export const GET: APIRoute<{ language: Language }> = ({ props }) =>
  new Response(JSON.stringify(searchEntries(props.language)))
