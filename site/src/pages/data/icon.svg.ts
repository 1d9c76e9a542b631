import { settings } from 'virtual:parvis-site'
import type { APIRoute } from 'astro'

const USUAL = '#1A458F'

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 38" fill="none" stroke="${settings.brand.seed ?? USUAL}" stroke-width="3"><path d="M2 36V13L16 3l14 10v23M8 20h16M6 27h20M4 34h24"/></svg>`

export const GET: APIRoute = () => new Response(icon)
