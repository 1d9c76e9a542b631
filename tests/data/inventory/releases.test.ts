import { describe, expect, it } from 'vitest'
import { countedReleases, ownTags, releasesOf, standingOf, trialRelease } from '#data/inventory/releases.ts'

const releases = releasesOf([
  { tag: 'plugin-guichet-1.0.0', publishedAt: '2024-01-10T00:00:00Z' },
  { tag: 'plugin-guichet-1.1.0-beta-01', publishedAt: '2024-03-10T00:00:00Z' },
  { tag: 'plugin-guichet-1.1.0', publishedAt: '2024-05-10T00:00:00Z' },
  { tag: 'plugin-guichet-2.0.0', publishedAt: null },
])

describe('how a version stands among releases', () => {
  it.each([
    ['1.0.0', { behind: 2, behindSince: '2024-05-10T00:00:00Z', publishedAt: '2024-01-10T00:00:00Z' }],
    ['1.1.0-beta-01', { behind: 2, behindSince: '2024-05-10T00:00:00Z', publishedAt: '2024-03-10T00:00:00Z' }],
    ['1.1.0', { behind: 1, behindSince: null }],
    ['2.0.0', { behind: 0, behindSince: null, publishedAt: null }],
  ])('%s: by how many, and since when one could have moved on', (version, standing) => {
    expect(standingOf(version, releases)).toMatchObject({ latest: '2.0.0', ...standing })
  })
})

describe('the last version of a component', () => {
  const last = (...tags: readonly string[]) => {
    const found = releasesOf(tags.map((tag) => ({ tag, publishedAt: null })))
    return [countedReleases(found).at(-1)?.version ?? null, trialRelease(found)?.version ?? null]
  }

  it.each([
    ['the last final one, whatever was tried after it', ['a-7.1.8', 'a-8.0.1', 'a-7.1.9-beta-01'], ['8.0.1', null]],
    ['beside what is on trial above it', ['a-3.0.8', 'a-3.0.9-beta-01', 'a-3.0.9-beta-03'], ['3.0.8', '3.0.9-beta-03']],
    ['none where all are on trial', ['a-1.0.0-beta-01'], [null, '1.0.0-beta-01']],
    ['none where there are snapshots alone', ['1.0.13-SNAPSHOT'], [null, null]],
    ['not a candidate without a hyphen', ['v1.19.2', 'v1.20.0rc2'], ['1.19.2', '1.20.0rc2']],
    ['not a number nought behind a final one', ['v14.0.3', 'v15.0.0-0'], ['14.0.3', '15.0.0-0']],
    [
      'not a working draft',
      ['v2.1', 'v2.2-wd20250807-dev', '2.2-prerelease-2024-08-08'],
      ['2.1', '2.2-wd20250807-dev'],
    ],
    ['a final one, whatever counted up to it', ['v15.0.0-0', 'v15.0.0'], ['15.0.0', null]],
    ['a build of a final one', ['1.0', '1.0-1'], ['1.0-1', null]],
  ])('is %s', (_, tags, expected) => {
    expect(last(...tags)).toEqual(expected)
  })
})

describe('the tags of a repository', () => {
  const kept = (repository: string, ...tags: readonly string[]) =>
    ownTags(
      tags.map((tag) => ({ tag })),
      repository,
    ).map(({ tag }) => tag)

  it('leaves out those that name another component, where others name its own', () => {
    const tags = ['plugin-guichet-7.0.1', 'plugin-carnet-3.0.4', 'v6.0.0', 'release-5.0', 'ville-plugin-guichet-0.9']
    expect(kept('ville/guichet-plugin-guichet', ...tags)).toEqual([
      ...['plugin-guichet-7.0.1', 'v6.0.0', 'release-5.0', 'ville-plugin-guichet-0.9'],
    ])
  })

  it('takes the words of a name in any order', () => {
    const tags = ['tools-maven-guichet-plugin-4.1.0', 'guichet-maven-plugin-7.1.0']
    expect(kept('ville/tools-maven-guichet-plugin', ...tags)).toEqual(tags)
  })

  it.each([
    ['the name of an older project', ['ancien-outil-2.0', 'ancien-outil-2.1']],
    ['no name', ['1.0.0', 'v1.1.0', 'not-a-version']],
  ])('keeps all of them where they bear %s', (_, tags) => {
    expect(kept('ville/plugin-guichet', ...tags)).toEqual(tags)
  })
})
