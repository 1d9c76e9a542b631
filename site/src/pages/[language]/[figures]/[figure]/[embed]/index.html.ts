import type { APIRoute, GetStaticPaths } from 'astro'
import type { Language } from '#data/model/vocabulary.ts'
import { embedPage, embedsHere } from '../../../../../drawings/embed-page.ts'
import type { Figure } from '../../../../../loaders/figures.ts'
import { pathOf } from '../../../../../routes.ts'

/** A route of its own: the other pages bring the script of the site with them. */
export const getStaticPaths: GetStaticPaths = () =>
  embedsHere().map(({ figure, language: spoken }) => {
    const [language, figures, name, embed] = pathOf({ sheet: 'embed', figure: figure.id }, spoken).split('/')
    return { params: { language, figures, figure: name, embed }, props: { told: figure, spoken } }
  })

export const GET: APIRoute<{ told: Figure; spoken: Language }> = ({ props: { told, spoken } }) =>
  new Response(embedPage(told, spoken))
