import { existsSync, readFileSync } from 'node:fs'

/** Version of this Parvis. The manifest lies one folder above the sources, two above the emitted package's. */
export function toolVersion(): string {
  known ??= readVersion()
  return known
}

let known: string | undefined

function readVersion(): string {
  const manifest = ['../package.json', '../../package.json']
    .map((path) => new URL(path, import.meta.url))
    .find((path) => existsSync(path))
  return manifest === undefined ? 'unknown' : String(JSON.parse(readFileSync(manifest, 'utf8')).version)
}
