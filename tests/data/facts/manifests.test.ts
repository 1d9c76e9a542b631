// biome-ignore-all lint/suspicious/noTemplateCurlyInString: manifests write their placeholders like that.
import { describe, expect, it } from 'vitest'
import { findExtractor } from '#data/facts/registry.ts'
import type { BrickList } from '#data/facts/shapes/brick-list.ts'

async function extract(id: string, content: string | object) {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  const extractor = await findExtractor(id)?.load()
  if (extractor === undefined) throw new Error(`There is no extractor ${id}.`)
  return extractor.extract(new TextEncoder().encode(text), undefined)
}

/** `type:namespace/name@version scope line` of every brick. */
async function bricks(id: string, content: string | object): Promise<readonly string[]> {
  const extracted = await extract(id, content)
  if (!extracted.ok) throw new Error(extracted.problem.message)
  return (extracted.fact as BrickList).bricks.map(({ type, namespace, name, version, scope, line }) => {
    const path = namespace === null ? name : `${namespace}/${name}`
    return `${type}:${path}@${version ?? '?'} ${scope}${line === null ? '' : ` ${line}`}`
  })
}

async function about(id: string, content: object) {
  const extracted = await extract(id, content)
  return extracted.ok ? (extracted.fact as BrickList).about : extracted.problem
}

describe('package.json', () => {
  it('gives what each section asks for', async () => {
    const manifest = {
      name: '@ville/site',
      version: '1.2.0',
      license: 'BSD-2-Clause',
      dependencies: { astre: '^7.0.0', '@ville/charte': 'workspace:*' },
      devDependencies: { essai: '5.1.1' },
      optionalDependencies: { vite: '1' },
      peerDependencies: { noyau: '>=2' },
    }
    expect(await bricks('npm-package', manifest)).toEqual([
      'npm:astre@^7.0.0 runtime',
      'npm:@ville/charte@workspace:* runtime',
      'npm:noyau@>=2 runtime',
      'npm:vite@1 optional',
      'npm:essai@5.1.1 build',
    ])
    expect(await about('npm-package', manifest)).toEqual({
      name: '@ville/site',
      version: '1.2.0',
      license: 'BSD-2-Clause',
    })
  })

  it('sees through another name', async () => {
    expect(await bricks('npm-package', { dependencies: { a: 'npm:@b/c@^1', d: 'npm:e' } })).toEqual([
      'npm:@b/c@^1 runtime',
      'npm:e@* runtime',
    ])
  })

  it.each(['{', '[]', '"x"'])('is no manifest: %s', async (text) => {
    expect(await extract('npm-package', text)).toMatchObject({ ok: false })
  })
})

describe('a Dockerfile', () => {
  it('gives the images it starts from and copies out of, not its own stages', async () => {
    const file = [
      'ARG VERSION=17',
      'ARG UNSET',
      'FROM --platform=linux/amd64 registre.example:5000/outils/maven:3.9-jdk${VERSION} AS build',
      'FROM tomcat:9.0 \\',
      '  AS run',
      'COPY --from=build /a /a',
      'COPY --from=0 /b /b',
      'COPY --from=busybox:1.36 /bin/sh /bin/sh',
      'FROM run',
      'FROM image-${UNSET}',
      'FROM scratch',
      'FROM alpine@sha256:0123',
    ].join('\n')
    expect(await bricks('dockerfile', file)).toEqual([
      'docker:registre.example:5000/outils/maven@3.9-jdk17 image 3',
      'docker:tomcat@9.0 image 4',
      'docker:alpine@sha256:0123 image 12',
      'docker:busybox@1.36 image 8',
    ])
  })
})

describe('a compose file', () => {
  it('gives the images of its services, with the values that variables default to', async () => {
    const file =
      'services:\n  db:\n    image: mariadb:${DB_VERSION:-10.6}\n  app:\n    build: .\n  mail:\n    image: ${MAIL_IMAGE}\n'
    expect(await bricks('compose-file', file)).toEqual(['docker:mariadb@10.6 image 3'])
  })

  it('says where it stops being YAML', async () => {
    expect(await extract('compose-file', 'services:\n  db: [\n')).toMatchObject({
      ok: false,
      problem: { code: 'yaml-malformed', line: 3 },
    })
  })
})

describe('a workflow', () => {
  it('gives the actions and images that it uses, not those of the repository itself', async () => {
    const file = [
      'jobs:',
      '  a:',
      '    steps:',
      '      - uses: actions/checkout@v5',
      '      - uses: ville/outils/lint@0123abc',
      '      - uses: ./.github/actions/own',
      '      - uses: docker://alpine:3.20',
      '  b:',
      '    uses: ville/flux/.github/workflows/build.yml@main',
    ].join('\n')
    expect(await bricks('workflow', file)).toEqual([
      'githubactions:actions/checkout@v5 ci 4',
      'githubactions:ville/outils@0123abc ci 5',
      'docker:alpine@3.20 image 7',
      'githubactions:ville/flux@main ci 9',
    ])
  })
})

describe('a bill of materials', () => {
  it('is read from CycloneDX, nested components and licences included', async () => {
    const document = {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: { component: { name: 'guichet', version: '2.0', licenses: [{ license: { id: 'EUPL-1.2' } }] } },
      components: [
        {
          name: 'commons',
          purl: 'pkg:maven/org.example/commons@1.1?type=jar',
          components: [{ name: 'inner', version: '3', scope: 'excluded' }],
        },
        { name: 'flask', purl: 'pkg:pypi/flask@3.0.0', scope: 'optional', licenses: [{ expression: 'BSD-3-Clause' }] },
        { purl: 'not a purl' },
      ],
    }
    expect(await bricks('bill-of-materials', document)).toEqual([
      'maven:org.example/commons@1.1 runtime',
      'generic:inner@3 build',
      'pypi:flask@3.0.0 optional',
    ])
    expect(await about('bill-of-materials', document)).toEqual({ name: 'guichet', version: '2.0', license: 'EUPL-1.2' })
  })

  it('is read from SPDX, the described package apart', async () => {
    const document = {
      spdxVersion: 'SPDX-2.3',
      packages: [
        {
          SPDXID: 'SPDXRef-root',
          name: 'guichet',
          versionInfo: '2.0',
          licenseConcluded: 'NOASSERTION',
          licenseDeclared: 'MIT',
        },
        {
          SPDXID: 'SPDXRef-a',
          name: 'a',
          externalRefs: [{ referenceType: 'purl', referenceLocator: 'pkg:npm/%40x/a@1.0.0' }],
          licenseDeclared: 'Apache-2.0',
        },
      ],
      relationships: [
        { relationshipType: 'DESCRIBES', spdxElementId: 'SPDXRef-DOCUMENT', relatedSpdxElement: 'SPDXRef-root' },
      ],
    }
    expect(await bricks('bill-of-materials', document)).toEqual(['npm:@x/a@1.0.0 runtime'])
    expect(await about('bill-of-materials', document)).toEqual({ name: 'guichet', version: '2.0', license: 'MIT' })
  })

  it('is refused when it is something else', async () => {
    expect(await extract('bill-of-materials', { name: 'x' })).toMatchObject({
      ok: false,
      problem: { code: 'manifest-invalid' },
    })
  })
})
