import type { APIRoute } from 'astro'
import { catalogueIndex } from '../../figures/catalogue-index.ts'
import { catalogue } from '../../register.ts'

export const GET: APIRoute = () => new Response(catalogueIndex(catalogue))
