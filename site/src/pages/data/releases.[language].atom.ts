import { settings } from 'virtual:parvis-site'
import type { APIRoute, GetStaticPaths } from 'astro'
import { isOneOf, LANGUAGES } from '#data/model/vocabulary.ts'
import { releaseFeed } from '../../figures/release-feed.ts'

/** Public builds only: nothing of an internal one is to be subscribed to. */
export const getStaticPaths: GetStaticPaths = () =>
  settings.profile === 'public' ? settings.languages.map((language) => ({ params: { language } })) : []

export const GET: APIRoute = ({ params }) =>
  new Response(isOneOf(LANGUAGES, params.language) ? releaseFeed(params.language) : '')
