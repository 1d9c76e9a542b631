import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const WORDS = ['clock', 'bridge', 'garden', 'lantern', 'harbour', 'market', 'orchard', 'tramway', 'fountain', 'library']
const LAYERS = ['business', 'service', 'web', 'business.portlet', 'service.daemon'] as const
const BODY_LINES = [4, 12, 30, 80]

/**
 * Writes plugins of nobody's, each a git folder without history: `files` Java types over all of them, of several sizes,
 * with a pom, a descriptor, bundles, SQL and templates. Every fifth has no licence file, every seventh a type in the wrong
 * folder, every third no translation, so that rules have something to say.
 */
export function writePlugins(
  folder: string,
  { repositories, types }: { repositories: number; types: number },
): string[] {
  return Array.from({ length: repositories }, (_, index) => {
    const name = `${WORDS[index % WORDS.length]}${index}`
    const place = join(folder, `lutece-tech-plugin-${name}`)
    const own = Math.round((types / repositories) * (0.5 + (index % 11) / 10))
    for (const [path, text] of Object.entries(pluginFiles(name, { index, types: own }))) write(join(place, path), text)
    write(join(place, '.git/HEAD'), 'ref: refs/heads/develop\n')
    for (const part of ['objects', 'refs/heads']) mkdirSync(join(place, '.git', part), { recursive: true })
    write(join(place, '.git/config'), '[core]\n\trepositoryformatversion = 0\n\tbare = false\n')
    return place
  })
}

function pluginFiles(
  name: string,
  { index, types }: { index: number; types: number },
): Readonly<Record<string, string>> {
  const base = `src/java/fr/paris/lutece/plugins/${name}`
  const java = Array.from({ length: types }, (_, number) => {
    const layer = LAYERS[number % LAYERS.length] ?? 'business'
    const folder = index % 7 === 0 && number === 0 ? 'web' : layer.replaceAll('.', '/')
    return [`${base}/${folder}/Part${number}.java`, javaType(name, { layer, number })]
  })
  return {
    'pom.xml': pom(name, index),
    'README.md': `# ${name}\n\nA component of the city of nowhere, number ${index}.\n\n## Use\n\nInstall it, then open the back office.\n`,
    ...(index % 5 !== 0 && { LICENSE: 'Redistribution and use in source and binary forms are permitted.\n' }),
    [`webapp/WEB-INF/plugins/${name}.xml`]: descriptor(name),
    [`${base}/resources/${name}_messages.properties`]: messages(name, 40),
    ...(index % 3 !== 0 && { [`${base}/resources/${name}_messages_fr.properties`]: messages(name, 38) }),
    [`src/sql/plugins/${name}/plugin/create_db_${name}.sql`]: `-- liquibase formatted sql\n-- changeset ${name}:create_db_${name}.sql\nCREATE TABLE ${name}_part (id_part INT NOT NULL, title VARCHAR(255), PRIMARY KEY (id_part));\n`,
    [`webapp/WEB-INF/templates/admin/plugins/${name}/parts.html`]: `<h1>#i18n{${name}.label1}</h1>\n<#list parts as part><p>\${part.title}</p></#list>\n`,
    ...Object.fromEntries(java),
  }
}

function javaType(name: string, { layer, number }: { layer: string; number: number }): string {
  const lines = BODY_LINES[number % BODY_LINES.length] ?? 4
  const imported = number % 4 === 0 ? `fr.paris.lutece.plugins.${name}.web.Part2` : 'java.util.List'
  const methods = Array.from(
    { length: lines },
    (_, line) =>
      `    /** Gives part ${line}. */\n    public int getPart${line}( int nPart )\n    {\n        return nPart + ${line};\n    }\n`,
  )
  return `/* Copyright (c) 2026, nowhere */\npackage fr.paris.lutece.plugins.${name}.${layer};\n\nimport ${imported};\n\npublic class Part${number}\n{\n${methods.join('\n')}}\n`
}

function pom(name: string, index: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<project xmlns="http://maven.apache.org/POM/4.0.0">\n  <parent><groupId>fr.paris.lutece.tools</groupId><artifactId>lutece-global-pom</artifactId><version>${index % 2 ? '8.0.0' : '7.0.1'}</version></parent>\n  <modelVersion>4.0.0</modelVersion>\n  <groupId>fr.paris.lutece.plugins</groupId>\n  <artifactId>plugin-${name}</artifactId>\n  <version>1.${index % 9}.0-SNAPSHOT</version>\n  <packaging>lutece-plugin</packaging>\n  <name>Lutece ${name} plugin</name>\n  <dependencies><dependency><groupId>fr.paris.lutece</groupId><artifactId>lutece-core</artifactId><version>7.1.0</version><type>lutece-core</type></dependency></dependencies>\n</project>\n`
}

function descriptor(name: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<plug-in>\n  <name>${name}</name>\n  <class>fr.paris.lutece.portal.service.plugin.PluginDefaultImplementation</class>\n  <version>1.0.0</version>\n  <description>${name}.plugin.description</description>\n  <provider>${name}.plugin.provider</provider>\n</plug-in>\n`
}

function messages(name: string, count: number): string {
  const lines = Array.from({ length: count }, (_, index) => `label${index}=The ${name} has label number ${index}`)
  return `plugin.description=A ${name}\nplugin.provider=Nowhere\n${lines.join('\n')}\n`
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
