import look from 'virtual:parvis-look'
import type { APIRoute } from 'astro'
import drawing from '../../styles/drawing.css?raw'
import embed from '../../styles/embed.css?raw'
import palette from '../../styles/palette.css?raw'

/** The one stylesheet of embedded figures: the colours of the site and what a drawing needs, no face to fetch. */
export const GET: APIRoute = () => new Response([palette, look, drawing, embed].join('\n'))
