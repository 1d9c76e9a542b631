import { join } from 'node:path'
import { repositoryOf, scratchFolder, write } from '../../collectors/git-scratch.ts'
import { runParvis } from '../run-parvis.ts'

export const PLUGIN = 'src/java/fr/paris/lutece/plugins/forum/resources/forum_messages'

const pom = (artifact: string, packaging: string, dependencies = '') => `<project>
  <parent><groupId>fr.paris.lutece.tools</groupId><artifactId>lutece-global-pom</artifactId><version>7.0.0</version></parent>
  <modelVersion>4.0.0</modelVersion><groupId>fr.paris.lutece.plugins</groupId><artifactId>${artifact}</artifactId>
  <version>1.2.0-SNAPSHOT</version><packaging>${packaging}</packaging><dependencies>${dependencies}</dependencies>
</project>
`

const need = (artifact: string) =>
  `<dependency><groupId>fr.paris.lutece.plugins</groupId><artifactId>${artifact}</artifactId><version>[1.0.0,)</version><type>lutece-plugin</type></dependency>`

const FORUM = {
  'pom.xml': pom('plugin-forum', 'lutece-plugin'),
  'webapp/WEB-INF/templates/skin/plugins/forum/forum.html': '<h1>#i18n{forum.title}</h1><p>#i18n{forum.sent}</p>',
  'webapp/WEB-INF/templates/admin/plugins/forum/manage.html': '<h1>#i18n{forum.manage.title}</h1>',
  [`${PLUGIN}.properties`]:
    '# The forum\ntitle=Forum of the city\nsent={0} messages were sent\nmanage.title=Manage the forum\nbuilt=Made by code\n',
  // ISO-8859-1, as older components have it.
  [`${PLUGIN}_fr.properties`]: Buffer.from('# Textes\ntitle=Forum déplacé\nsent={0} messages envoyés\n', 'latin1'),
  [`${PLUGIN}_cz.properties`]: 'title=M\\u011bsto\n',
}

const SITE = {
  'pom.xml': pom('site-belvedere', 'lutece-site', need('plugin-forum') + need('plugin-missing')),
}

/** A city with a plugin, and a site made of it and of one that nobody collected; collected and judged. */
export async function translatedCity(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const cwd = scratchFolder()
  write(cwd, { 'parvis.yaml': configuration({ forum: repositoryOf(FORUM), site: repositoryOf(SITE) }, more), ...more })
  await must(['collect', '--quiet'], cwd)
  await must(['lint', 'ville/plugin-forum', 'ville/site-belvedere', '--record', '--pack', 'lutece'], cwd)
  return cwd
}

/** Copies of what was collected, to be changed. */
export function forumCheckout(): string {
  return repositoryOf(FORUM)
}

function configuration(
  paths: { readonly forum: string; readonly site: string },
  more: Readonly<Record<string, string>>,
) {
  const registers = Object.keys(more).map((file) => `  ${file.replace(/\.\w+$/u, '')}: ${file}\n`)
  return [
    `database: ${join('.', 'city.sqlite')}\npacks: [lutece]\nclones:\n`,
    `  - { path: ${paths.forum}, repository: ville/plugin-forum }\n  - { path: ${paths.site}, repository: ville/site-belvedere }\n`,
    ...(registers.length > 0 ? ['registers:\n', ...registers] : []),
  ].join('')
}

async function must(args: readonly string[], cwd: string): Promise<void> {
  const { code, err } = await runParvis(args, { cwd, env: ENV })
  if (code === 2 && err !== '') throw new Error(err)
}

export const ENV = { PARVIS_SECRET: 'sixteen characters' }
