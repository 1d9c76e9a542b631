import { settings } from 'virtual:parvis-site'
import type { APIRoute } from 'astro'

const isOpen = settings.profile === 'public' && settings.identity.isDemo !== true

export const GET: APIRoute = () => new Response(`User-agent: *\n${isOpen ? 'Allow' : 'Disallow'}: /\n`)
