import { addChangeRequest, addIssue, buildRepository } from './build.ts'
import { commitFiles } from './commit-files.ts'
import type { Scene } from './generate-items.ts'
import type { Random } from './random.ts'

/** A one-pixel picture: bytes that are no text. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const module = (name: string) =>
  `<project><parent><artifactId>odd-nested</artifactId></parent><artifactId>${name}</artifactId></project>\n`

/** Repositories that break what is only nearly right; each is called after what is odd about it. */
export function addOddCases(scene: Scene, random: Random): void {
  const { world } = scene
  const owner = world.organisations[0]
  if (!owner) return
  const add = (name: string, given: Partial<Parameters<typeof buildRepository>[1]> = {}) =>
    buildRepository(world, { owner: owner.databaseId, name, ...given })
  const author = random.pick(scene.people)
  const someone = random.pick(scene.people)

  add('odd-empty')
  commitFiles(add('odd-no-files'), { author, at: '2024-01-02T10:00:00Z', message: 'Nothing in it' })
  commitFiles(add('odd-archived', { isArchived: true, archivedAt: '2024-05-01T10:00:00Z' }), {
    files: { 'README.md': '# Kept\n' },
    author,
    at: '2020-01-02T10:00:00Z',
    message: 'Keep',
  })
  commitFiles(add('odd-private', { visibility: 'PRIVATE' }), {
    files: { 'README.md': '# Not for everyone\n' },
    author,
    at: '2023-01-02T10:00:00Z',
    message: 'Begin',
  })
  commitFiles(add('odd-renamed', { formerNames: [`${owner.login}/odd-old-name`] }), {
    files: { 'README.md': '# New name\n' },
    author,
    at: '2023-01-02T10:00:00Z',
    message: 'Begin',
  })
  add('odd-forbidden', {
    forbiddenFields: ['Repository.vulnerabilityAlerts', 'Repository.rulesets', 'Repository.dependencyGraphManifests'],
  })
  add('odd-no-issues', { hasIssuesEnabled: false })

  const nested = add('odd-nested', { formerNames: [] })
  commitFiles(nested, {
    author,
    at: '2023-04-05T10:00:00Z',
    message: 'Modules, links, bytes, and a file that archives leave out',
    files: {
      '.gitattributes': 'docs/internal export-ignore\n*.bak export-ignore\n',
      'pom.xml':
        '<project><artifactId>odd-nested</artifactId><modules><module>core</module><module>web</module></modules></project>\n',
      'core/pom.xml': module('core'),
      'web/pom.xml': module('web'),
      'web/admin/pom.xml': module('admin'),
      'docs/internal/plan.md': '# Not in the archive\n',
      'docs/readme.md': '# Docs\n',
      'old.bak': 'old\n',
      'logo.png': pixel,
      'latin1.txt': Buffer.from('caf\xe9\n', 'latin1'),
      'run.sh': { content: '#!/bin/sh\n', mode: '100755' },
      current: { content: 'docs/readme.md', mode: '120000' },
      [`deep/${'a-rather-long-folder-name/'.repeat(5)}file.txt`]: 'deep\n',
    },
  })

  const ties = add('odd-ties')
  for (let i = 0; i < 120; i++) {
    const given = {
      author: i % 5 === 0 ? null : someone.databaseId,
      createdAt: '2025-02-03T10:00:00Z',
      updatedAt: '2026-01-01T00:00:00Z',
    }
    addChangeRequest(world, ties, given)
    addIssue(world, ties, given)
  }
  addChangeRequest(world, ties, {
    author: author.databaseId,
    createdAt: '2025-02-03T10:00:00Z',
    files: Array.from({ length: 130 }, (_, i) => ({
      path: `f${i}.txt`,
      additions: 1,
      deletions: 0,
      changeType: 'ADDED' as const,
    })),
    comments: [
      ...Array.from({ length: 11 }, (_, i) => ({
        author: author.databaseId,
        createdAt: `2025-02-03T11:${10 + i}:00Z`,
      })),
      { author: someone === author ? null : someone.databaseId, createdAt: '2025-02-03T12:00:00Z' },
    ],
  })
}
