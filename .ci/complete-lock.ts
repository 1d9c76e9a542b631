/**
 * Completes package-lock.json with the optional packages of other platforms, which a registry may not hold.
 * `npm ci` refuses a lock in which one of them is missing, even where it would never be installed. Each is written as
 * npm itself would: version, platform, optional. `--check` writes nothing and exits 1 when an entry is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs'

interface LockedPackage {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
  [key: string]: unknown
}

const OPERATING_SYSTEMS = [
  'darwin',
  'linux',
  'win32',
  'android',
  'freebsd',
  'netbsd',
  'openbsd',
  'sunos',
  'aix',
  'openharmony',
]
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']

const lockPath = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(lockPath, 'utf8')) as { packages: Record<string, LockedPackage> }
const added = missingOptional(lock.packages)

if (process.argv.includes('--check')) {
  for (const path of Object.keys(added)) console.error(`package-lock.json: no entry for ${path}`)
  if (Object.keys(added).length > 0) {
    console.error('Run: npm run lock')
    process.exitCode = 1
  }
} else {
  const packages = { ...lock.packages, ...added }
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(lockPath, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`)
  console.log(`package-lock.json: ${Object.keys(added).length} optional packages of other platforms added`)
}

/** Optional dependencies that nothing in the lock resolves, as entries beside the root's packages. */
function missingOptional(packages: Record<string, LockedPackage>): Record<string, LockedPackage> {
  const missing: Record<string, LockedPackage> = {}
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (resolves(packages, path, name)) continue
      missing[`node_modules/${name}`] = {
        version: range.replace(/^[^\d]*/, ''),
        ...platform(name),
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
      }
    }
  }
  return missing
}

/** Whether node's walk up the folders finds `name` from `path`. */
function resolves(packages: Record<string, LockedPackage>, path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true
    if (!folder.includes('/node_modules/')) return packages[`node_modules/${name}`] !== undefined
  }
}

/** What npm would read from the package's own manifest, told by its name: `cli-linux-x64-musl`. */
function platform(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[/-]/).map((word) => word.replace(/^(musl|gnu)?eabi(hf)?$/, ''))
  const os = name.endsWith('fsevents') ? 'darwin' : OPERATING_SYSTEMS.find((system) => words.includes(system))
  const cpu = PROCESSORS.find((processor) => words.includes(processor))
  const libc = /musl/.test(name) ? 'musl' : os === 'linux' && /-gnu/.test(name) ? 'glibc' : undefined
  return { ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}), ...(os ? { os: [os] } : {}) }
}
