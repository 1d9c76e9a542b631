import { settings } from 'virtual:parvis-site'
import type { APIRoute, GetStaticPaths } from 'astro'
import type { Language } from '#data/model/vocabulary.ts'
import { placesHere } from '../../../all-sheets.ts'
import { adoptersIndex } from '../../../telling/adopter-words.ts'

export const getStaticPaths: GetStaticPaths = () =>
  placesHere().includes('adopters')
    ? settings.languages.map((language) => ({ params: { language }, props: { language } }))
    : []

/** What the filters of the adopters run on. */
export const GET: APIRoute<{ language: Language }> = ({ props }) => new Response(adoptersIndex(props.language))
