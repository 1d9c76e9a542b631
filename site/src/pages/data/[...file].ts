import type { APIRoute, GetStaticPaths } from 'astro'
import { fileContent, fileNames } from '../../files/registry.ts'

export const getStaticPaths: GetStaticPaths = () => fileNames.map((file) => ({ params: { file } }))

export const GET: APIRoute = ({ params }) => new Response(fileContent(params.file ?? ''))
