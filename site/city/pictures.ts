import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, extname, resolve, sep } from 'node:path'
import { imageMetadata } from 'astro/assets/utils'
import type { UsageDetail } from '#data/model/failures.ts'
import type { CityFile } from './content.ts'
import type { Picture, Resolved } from './own-text.ts'
import { cleanSvg } from './svg.ts'

const KINDS = ['png', 'jpg', 'jpeg', 'webp', 'avif', 'gif', 'svg']
/** A first view may weigh 120 KB with all it has: half of it is much for one picture. Bytes. */
const BUDGET = 60_000

interface Shelf {
  readonly folder: string
  readonly base: string
  readonly warnings: UsageDetail[]
}

/** Pictures of a folder as the site carries them: named by their content, so that no name of a file gets out. */
export function pictureShelf({ folder, base, warnings }: Shelf) {
  const files = new Map<string, CityFile>()
  const known = new Map<string, Promise<Resolved<Picture>>>()
  const read = async (path: string): Promise<Resolved<Picture>> => {
    const taken = await takePicture(path)
    if ('problem' in taken) return taken
    files.set(taken.file.name, taken.file)
    if (taken.file.content.byteLength > BUDGET) {
      const message = `the picture weighs ${Math.round(taken.file.content.byteLength / 1000)} KB, more than ${BUDGET / 1000}.`
      warnings.push({ file: path, message })
    }
    return { ...taken.size, address: `${base}media/${taken.file.name}` }
  }
  return {
    files: (): readonly CityFile[] => [...files.values()].sort((one, other) => one.name.localeCompare(other.name)),
    /** The picture that a text names from where it stands. */
    picture(source: string, textFile: string): Promise<Resolved<Picture>> {
      const path = resolve(dirname(textFile), decodeURI(source))
      if (/^[a-z][a-z\d+.-]*:|^\//iu.test(source) || !isWithin(folder, path)) {
        return Promise.resolve({ problem: `a picture lies in the folder of the texts: ${source} does not.` })
      }
      const before = known.get(path)
      if (before !== undefined) return before
      const reading = read(path)
      known.set(path, reading)
      return reading
    },
  }
}

interface Taken {
  readonly file: CityFile
  readonly size: { readonly width: number; readonly height: number }
}

/** Reads a picture, cleans it where it is a drawing, and measures it. */
export async function takePicture(path: string): Promise<Resolved<Taken>> {
  const kind = extname(path).slice(1).toLowerCase()
  if (!KINDS.includes(kind)) return { problem: `a picture is one of ${KINDS.join(', ')}: ${path} is none.` }
  if (!existsSync(path)) return { problem: `there is no picture ${path}.` }
  const bytes = readFileSync(path)
  const cleaned = kind === 'svg' ? cleanSvg(bytes.toString('utf8')) : undefined
  if (cleaned && 'problem' in cleaned) {
    return { problem: `${path}:${cleaned.line}:${cleaned.column}: ${cleaned.problem}` }
  }
  const content = cleaned === undefined ? bytes : Buffer.from(cleaned.svg)
  const size = await sizeOf(content, path)
  if (size === undefined) return { problem: `${path} cannot be read as a picture, or does not say its size.` }
  const name = `${createHash('sha256').update(content).digest('hex').slice(0, 16)}.${kind}`
  return { file: { name, content }, size }
}

async function sizeOf(content: Uint8Array, path: string): Promise<Taken['size'] | undefined> {
  try {
    const { width, height } = await imageMetadata(content, path)
    return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : undefined
  } catch {
    return undefined
  }
}

/** Through links, too: what lies behind one is not in the folder. */
function isWithin(folder: string, path: string): boolean {
  const real = existsSync(path) ? realpathSync(path) : path
  const root = existsSync(path) ? realpathSync(folder) : folder
  return real.startsWith(root + sep)
}
