import { addRelease } from './build.ts'
import { addTag, commitFiles } from './commit-files.ts'
import type { Scene } from './generate-items.ts'
import { at, span } from './instants.ts'
import type { Repository } from './model.ts'
import type { Random } from './random.ts'

const pom = (name: string, version: string) => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example.${name.replaceAll('-', '.')}</groupId>
  <artifactId>${name}</artifactId>
  <version>${version}</version>
</project>
`

const java = (name: string) => `package org.example.${name.replaceAll('-', '_')};

/** Main entry. */
public class Main {
    public static final String NAME = "${name}";
}
`

/** A first tree, then commits of which one in ten changes a file; a tag and a release on the way. */
export function generateCommits(
  scene: Scene,
  repository: Repository,
  plan: { readonly count: number; readonly random: Random },
): void {
  const { random, count } = plan
  const [from, to] = span(repository.createdAt, scene.world.now)
  for (let i = 0; i < count; i++) {
    const person = random.pick(scene.people)
    const isTwin = random.chance(0.05)
    const when = at(from + ((to - from) * (isTwin && i > 0 ? i - 1 : i)) / count)
    const coAuthor = random.chance(0.08) ? random.pick(scene.people) : undefined
    const trailer = coAuthor ? `\n\nCo-authored-by: ${coAuthor.login} <${coAuthor.email}>` : ''
    const files =
      i === 0 ? firstFiles(repository.name) : i % 10 === 0 ? { 'CHANGES.md': `# Changes\n\n- step ${i}\n` } : {}
    commitFiles(repository, {
      files,
      author: random.chance(0.03)
        ? { name: 'Somebody', email: 'someone@unknown.invalid', at: when, account: null }
        : person,
      at: when,
      message: `Step ${i + 1}${trailer}`,
      additions: random.integer(0, 120),
      deletions: random.integer(0, 60),
    })
  }
  if (count > 1) {
    const oid = repository.commits[Math.floor(count / 2)]?.oid
    addTag(repository, `${repository.name}-1.0.0`, oid)
    addRelease(scene.world, repository, { tagName: `${repository.name}-1.0.0`, createdAt: at(from + (to - from) / 2) })
  }
}

function firstFiles(name: string) {
  return {
    'README.md': `# ${name}\n`,
    'pom.xml': pom(name, '1.0.0-SNAPSHOT'),
    [`src/java/org/example/${name.replaceAll('-', '_')}/Main.java`]: java(name),
    'webapp/WEB-INF/conf/app.properties': 'app.enabled=true\n',
    '.gitignore': 'target/\n',
  }
}
