#!/usr/bin/env node
// Plain JavaScript, no import before the check: the database driver crashes an older Node without a word, and TypeScript
// sources are a syntax error there.
const [major, minor] = process.versions.node.split('.').map(Number)
const isSupported = major > 22 || (major === 22 && minor >= 12)

if (isSupported) {
  const { enableCompileCache } = await import('node:module')
  const { existsSync } = await import('node:fs')
  enableCompileCache?.()
  const built = new URL('../dist/cli/main.js', import.meta.url)
  const { main } = await import(existsSync(built) ? built.href : './main.ts')
  process.exitCode = await main(process.argv.slice(2))
} else {
  process.stderr.write(
    `parvis needs Node.js 22.12 or later; this is ${process.versions.node}.\n` +
      'Run it with a Node.js of its own: npx -p node@24 -p parvis parvis ...\n',
  )
  process.exitCode = 2
}
