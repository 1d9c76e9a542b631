import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runParvis } from './run-parvis.ts'

const BSD3 = `Redistribution and use in source and binary forms, with or without modification, are permitted provided that
the following conditions are met: 1. Redistributions of source code must retain the above copyright notice. 2.
Redistributions in binary form must reproduce the above copyright notice. 3. Neither the name of the city nor the names
of its contributors may be used to endorse or promote products derived from this software without permission. THIS
SOFTWARE IS DISCLAIMED. IN NO EVENT SHALL THE CITY BE LIABLE.\n`

const dependency = (artifact: string, version: string, more = '') =>
  `<dependency><groupId>fr.paris.lutece.plugins</groupId><artifactId>${artifact}</artifactId><version>${version}</version>${more}</dependency>`

const pom = (artifact: string, { version = '1.0.0-SNAPSHOT', packaging = 'lutece-plugin', inner = '' } = {}) =>
  `<project><parent><groupId>fr.paris.lutece.tools</groupId><artifactId>lutece-global-pom</artifactId><version>6.1.0</version></parent>
<groupId>fr.paris.lutece.plugins</groupId><artifactId>${artifact}</artifactId><version>${version}</version>
<packaging>${packaging}</packaging>${inner}</project>\n`

const DEPENDENCIES = (...inner: readonly string[]) => `<dependencies>${inner.join('\n')}</dependencies>`

/** A city of five repositories: two plugins, a module, a pack a folder down, and a site whose profiles make two more. */
const REPOSITORIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'plugin-guichet': {
    'pom.xml': pom('plugin-guichet', {
      version: '2.1.0-SNAPSHOT',
      inner: `<licenses><license><name>BSD-3-Clause</name></license></licenses>${DEPENDENCIES(
        '<dependency><groupId>org.exemple</groupId><artifactId>calendrier</artifactId><version>4.2</version></dependency>',
      )}`,
    }),
    LICENSE: BSD3,
    'src/java/fr/paris/lutece/plugins/guichet/web/Page.java':
      'package fr.paris.lutece.plugins.guichet.web;\nimport javax.servlet.http.HttpServletRequest;\npublic class Page {}\n',
    'webapp/WEB-INF/plugins/guichet.xml':
      '<plug-in><name>guichet</name><class>a.B</class><version>2.1.0</version><min-core-version>7.0.0</min-core-version></plug-in>',
  },
  'plugin-carte': {
    'pom.xml': pom('plugin-carte', { inner: '<licenses><license><name>MIT</name></license></licenses>' }),
    LICENSE: BSD3,
  },
  'module-guichet-carte': {
    LICENSE: BSD3,
    'pom.xml': pom('module-guichet-carte', {
      inner: `<licenses><license><name>MIT</name></license></licenses>${DEPENDENCIES(dependency('plugin-guichet', '[2.0.0,)'), dependency('plugin-carte', '1.0.0'))}`,
    }),
  },
  'pack-accueil': {
    'accueil/pom.xml': pom('site-accueil', {
      packaging: 'lutece-site',
      inner: DEPENDENCIES(
        dependency('plugin-guichet', '[2.0.0]'),
        dependency('plugin-absent', '1.2.3'),
        dependency('plugin-carte', '1.0.0', '<scope>test</scope>'),
      ),
    }),
    'docker-compose.yml': 'services:\n  base:\n    image: postgres:16\n',
  },
  'site-deux': {
    LICENSE: BSD3,
    'pom.xml': pom('site-deux', {
      packaging: 'lutece-site',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Maven writes its properties like that.
      inner: `${DEPENDENCIES(dependency('plugin-guichet', '2.0.0'))}<profiles><profile><id>carte</id><properties><v>1.0.0</v></properties>${DEPENDENCIES(dependency('plugin-carte', '${v}'))}</profile></profiles>`,
    }),
  },
}

const REGISTERS: Readonly<Record<string, string>> = {
  collections: `- id: debut
  title: { fr: Pour commencer, en: Start here }
  why: { fr: Les bases, en: The basics }
  components: [plugin-carte, plugin-guichet]
- id: ferme
  title: { fr: Rien, en: Nothing }
  why: { fr: Que du fermé, en: Only closed ones }
  components: [plugin-carte]
`,
  needs: `- id: rendez-vous
  words: { fr: Prendre un rendez-vous, en: Book an appointment }
  alsoCalled: [appointments]
  components: [plugin-guichet]
- id: connexion
  words: { fr: Se connecter une seule fois, en: Single sign-on }
  alsoCalled: [sign-on]
  assemblies: [ville/pack-accueil]
  components: [plugin-guichete]
`,
  fallbacks: `- { brick: postgres, alternative: MariaDB, effort: weeks, owner: Exploitation, review: 2026-01-31 }
`,
  bricks: `- { brick: "pkg:maven/org.exemple/calendrier", title: Calendrier, license: Apache-2.0, since: 2020-05-01, environment: production, version: "4.2", latest: 4.3.1, latestAt: 2026-05-01 }
- { brick: "pkg:docker/postgres", repository: ville/plugin-guichet }
`,
  components: `- { component: plugin-carte, domain: Cartographie, state: stable, license: BSD-3-Clause, maintenance: internal, maintainer: Équipe socle, since: 2026-02-01, summary: { fr: "Montrer un plan : à deux", en: Show a map } }
- { component: ville/module-guichet-carte, replacedBy: plugin-carte, reason: Repris dans le plugin }
`,
  adopters: `- { organisation: Ville Une, type: city, country: FR, component: plugin-guichet, version: "2.0", state: in-service, basis: told-us, confirmedAt: 2026-01-10, consentAt: 2026-01-10 }
- { organisation: Ville Deux, type: city, country: HU, component: ville/site-deux, isAssembly: true, state: in-service, basis: public-page, confirmedAt: 2024-11-16 }
- { organisation: Ville Trois, type: city, country: FR, component: plugin-guichet, state: in-service, basis: told-us, confirmedAt: 2024-11-14, consentAt: 2024-11-14 }
- { organisation: Ville Une, type: city, country: FR, component: ville/site-deux, isAssembly: true, state: testing, basis: told-us, confirmedAt: 2026-01-10 }
`,
  leads: `- { repository: inconnue/essai, component: plugin-carte, foundAt: 2026-02-01, source: code-search }
`,
  images: `- { image: registre.example/guichet, component: plugin-guichet, pulls: 75, pullsAt: 2026-06-01 }
`,
  requests: `- { id: d1, organisation: Ville Une, need: rendez-vous, stage: in-service, receivedAt: 2026-01-01, trialAt: 2026-01-11, serviceAt: 2026-02-01 }
- { id: d2, organisation: Ville Deux, words: Une carte, language: se, stage: trial, receivedAt: 2026-03-01, trialAt: 2026-03-31, nextStep: Écrire, nextStepDue: 2026-11-14 }
`,
  trackers: `- { component: "ville/*", kind: jira, address: "https://suivi.example" }
- { component: ville/plugin-carte, kind: host }
`,
  facts: `- { id: services, statement: { fr: 300 services tournent., en: 300 services run. }, value: 300, scope: la ville, source: Rapport, date: 2025-01-01, review: 2026-11-15 }
- { id: agents, statement: { fr: Deux personnes y travaillent., en: Two people work on it. }, value: 2, scope: le bureau, source: Organigramme, date: 2026-01-01, review: 2027-01-01 }
`,
  outside: `- { repository: ville/pack-*, organisation: La Voisine }
`,
  services: `- { id: carte, name: { fr: La carte, en: The map }, components: [plugin-carte, plugin-absent], yearlyUse: 1200, yearlyUseYear: 2025, yearlyUseSource: Rapport, isPublic: false, note: Interne }
- { id: mairie, name: { fr: Ma mairie, en: My city hall }, assembly: ville/pack-accueil, isPublic: true }
`,
}

/** Collects the city and answers the folder whose `parvis.yaml` names its database; to be removed by who asks. */
export async function inventoryScene(): Promise<string> {
  const registers = Object.entries(REGISTERS).map(([id, text]) => [`registers/${id}.yaml`, text] as const)
  const repositories = Object.entries(REPOSITORIES)
  const cwd = mkdtempSync(join(tmpdir(), 'parvis-'))
  const files: Readonly<Record<string, string>> = {
    'parvis.yaml': [
      'clones:',
      ...repositories.map(([name]) => `  - { path: clones/${name}, repository: ville/${name} }`),
      'registers:',
      ...Object.keys(REGISTERS).map((id) => `  ${id}: registers/${id}.yaml`),
      '',
    ].join('\n'),
    ...Object.fromEntries(registers),
    ...Object.fromEntries(
      repositories.flatMap(([name, files]) =>
        Object.entries(files).map(([path, text]) => [`clones/${name}/${path}`, text]),
      ),
    ),
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
  for (const [name] of repositories) commitAll(join(cwd, 'clones', name), name === 'plugin-guichet')
  const ran = await runParvis(['collect', '--quiet'], { cwd, env: { PARVIS_SECRET: 'sixteen characters' } })
  if (ran.code !== 0) throw new Error(ran.err + ran.out)
  return cwd
}

function commitAll(folder: string, isReleased: boolean): void {
  const date = '2026-06-01T10:00:00Z'
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=X', '-c', 'user.email=x@ville.example', ...args], { cwd: folder, env })
  git('init', '-q', '-b', 'develop')
  git('add', '-A')
  git('commit', '-q', '-m', 'Begin')
  if (!isReleased) return
  git('tag', 'plugin-guichet-2.0.0')
  git('tag', 'plugin-guichet-2.0.1')
  git('tag', 'plugin-guichet-2.1.0-beta-01')
}
