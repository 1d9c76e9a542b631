/**
 * Emits `dist/`, what the published package runs: Node strips no types under `node_modules`, so that the sources are
 * stripped here, and `#room/file.ts` becomes a relative path to the emitted file, in `.ts` and `.astro` alike.
 * Then the command line is put into few files, see bundle.ts.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, extname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.ts'

const ROOMS = ['cli', 'collectors', 'data', 'policies', 'site']
/** What the running program never reads. */
const LEFT_OUT = new Set(['cli/parvis.js', 'site/tsconfig.json', 'site/src/env.d.ts'])

const { values: options } = parseArgs({ options: { out: { type: 'string' }, clean: { type: 'boolean' } } })
const root = fileURLToPath(new URL('..', import.meta.url))
const out = resolve(options.out ?? join(root, 'dist'))

rmSync(out, { recursive: true, force: true })
// A `dist` left behind would be run in place of the sources beside it.
if (options.clean) process.exit()
for (const room of ROOMS) for (const file of filesIn(room)) emit(file)
await bundle(out)
console.log(`dist: ${ROOMS.map((room) => `${room} ${filesIn(room).length}`).join(', ')} files`)

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !LEFT_OUT.has(file) && !file.includes('/.astro/') && !file.includes('node_modules'))
    .sort()
}

function emit(file: string): void {
  const kind = extname(file)
  const target = join(out, kind === '.ts' ? file.replace(/\.ts$/, '.js') : file)
  mkdirSync(dirname(target), { recursive: true })
  if (kind === '.ts')
    writeFileSync(target, redirect(stripTypeScriptTypes(readFileSync(join(root, file), 'utf8')), file))
  else if (kind === '.astro') writeFileSync(target, redirect(readFileSync(join(root, file), 'utf8'), file))
  else cpSync(join(root, file), target)
}

/** Points every import of ours at the emitted file: `#data/x.ts` and `./x.ts` become relative paths ending in `.js`. */
function redirect(source: string, file: string): string {
  return source.replace(
    /(\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)(['"])((?:#|\.{1,2}\/)[^'"\n]+)\2/g,
    (_whole, before: string, quote: string, specifier: string) =>
      `${before}${quote}${emitted(specifier, file)}${quote}`,
  )
}

function emitted(specifier: string, file: string): string {
  const pointed = specifier.startsWith('#') ? relativeTo(file, specifier.slice(1)) : specifier
  return pointed.replace(/\.ts$/, '.js')
}

function relativeTo(file: string, target: string): string {
  const path = relative(dirname(file), target)
  return path.startsWith('.') ? path : `./${path}`
}
