import { catalogue, componentOf } from './catalogue.ts'
import { artifactId, type DemoComponent, fullName, nextVersion } from './component.ts'

const siteParent = `    <parent>
        <groupId>fr.paris.lutece.tools</groupId>
        <artifactId>lutece-site-pom</artifactId>
        <version>8.0.2</version>
    </parent>
`

function head(c: DemoComponent, group: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
    <modelVersion>4.0.0</modelVersion>
${siteParent}    <groupId>${group}</groupId>
    <artifactId>${artifactId(c)}</artifactId>
    <packaging>lutece-site</packaging>
    <version>${nextVersion(c.version)}</version>
    <name>${c.title[1]}</name>
    <description>${c.purpose[1]}</description>
    <scm>
        <connection>scm:git:https://github.com/${fullName(c)}.git</connection>
        <developerConnection>scm:git:https://github.com/${fullName(c)}.git</developerConnection>
        <url>https://github.com/${fullName(c)}.git</url>
    </scm>
`
}

/** One in three pins is a minor version behind what is released: assemblies follow with some delay. */
function pinOf(needed: string): string {
  const { version } = componentOf(needed)
  const [major = '1', minor = '0'] = version.split('.')
  return needed.length % 3 === 0 && minor !== '0' ? `${major}.${Number(minor) - 1}.0` : version
}

function pinned(group: string, artifact: string, given: { version: string; type?: string }): string {
  return `        <dependency>
            <groupId>${group}</groupId>
            <artifactId>${artifact}</artifactId>
            <version>[${given.version}]</version>
${given.type ? `            <type>${given.type}</type>\n` : ''}        </dependency>
`
}

function pin(artifact: string, version = pinOf(artifact)): string {
  if (artifact.startsWith('site-theme-'))
    return pinned('fr.paris.lutece.themes', artifact, { version, type: 'lutece-site' })
  if (artifact.startsWith('library-')) return pinned('fr.paris.lutece.plugins', artifact, { version })
  return pinned('fr.paris.lutece.plugins', artifact, { version, type: 'lutece-plugin' })
}

export interface PackTwist {
  readonly snapshots?: Readonly<Record<string, string>>
}

/** A ready service: build file one folder down, container files, settings; no Java. */
export function packFiles(c: DemoComponent, twist: PackTwist = {}): Record<string, string> {
  const folder = c.short.toLowerCase()
  const core = catalogue.find((d) => d.kind === 'core')
  const pins = c.needs.map((n) => pin(n, twist.snapshots?.[n])).join('')
  return {
    [`${folder}/pom.xml`]: `${head(c, 'org.citelibre')}    <dependencies>
${pinned('fr.paris.lutece', 'lutece-core', { version: core?.version ?? '8.0.0', type: 'lutece-core' })}${pins}    </dependencies>
</project>
`,
    [`${folder}/Dockerfile`]:
      'FROM registry.vaubrelle.example/socle-tomcat:11\nCOPY target/*.war /srv/app.war\nUSER app\n',
    [`${folder}/src/conf/default/WEB-INF/conf/override/plugins/plainpage.properties`]: 'plainpage.itemsPerPage=20\n',
    [`${folder}/webapp/WEB-INF/plugins/plugins.dat`]: c.needs
      .filter((n) => n.startsWith('plugin-'))
      .map((n) => `${n.slice('plugin-'.length)}.installed=1\n`)
      .join(''),
    'docker-compose.yml': `services:\n  app:\n    build: ${folder}\n    ports: ["8080:8080"]\n  database:\n    image: registry.vaubrelle.example/socle-base:16\n`,
    'README.md': packReadme(c),
    'README.fr.md': packReadme(c),
  }
}

function packReadme(c: DemoComponent): string {
  return `# ${c.title[0]}\n\n${c.purpose[0]}.\n\n${c.purpose[1]}.\n\n## Essayer / Try\n\n\`\`\`\ndocker compose up\n\`\`\`\n\nLe service écoute sur le port 8080. / The service listens on port 8080.\n\n## Contenu / Contents\n\n${c.needs.map((n) => `- ${n}\n`).join('')}`
}

/** A theme: a site without Java, with styles only. */
export function themeFiles(c: DemoComponent): Record<string, string> {
  return {
    'pom.xml': `${head(c, 'fr.paris.lutece.themes')}</project>\n`,
    [`webapp/themes/skin/${c.short}/css/${c.short}.css`]:
      ':root { --ink: #22303c; --paper: #fbfaf7; --accent: #3f6f5b; }\nbody { color: var(--ink); background: var(--paper); }\na { color: var(--accent); text-decoration: underline; }\n',
    [`webapp/WEB-INF/templates/skin/themes/${c.short}/page_frameset.html`]: `<!doctype html>\n<html lang="fr">\n<body><main id="main">\${page_content}</main></body>\n</html>\n`,
    'README.md': `# ${c.title[1]}\n\n${c.purpose[1]}. Colours hold a contrast of 7 to 1 on the background; focus is always visible.\n`,
    'README.fr.md': `# ${c.title[0]}\n\n${c.purpose[0]}. Les couleurs gardent un contraste de 7 pour 1 ; le focus reste visible.\n`,
  }
}

/** A Maven extension of the build: its own rules, no platform parent. */
export function toolFiles(c: DemoComponent): Record<string, string> {
  const folder = `src/main/java/fr/paris/lutece/tools/${c.short}`
  return {
    'pom.xml': `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
    <modelVersion>4.0.0</modelVersion>
    <groupId>fr.paris.lutece.tools</groupId>
    <artifactId>${artifactId(c)}</artifactId>
    <packaging>maven-plugin</packaging>
    <version>${nextVersion(c.version)}</version>
    <name>${c.title[1]}</name>
    <description>${c.purpose[1]}</description>
    <scm>
        <connection>scm:git:https://github.com/${fullName(c)}.git</connection>
        <developerConnection>scm:git:https://github.com/${fullName(c)}.git</developerConnection>
        <url>https://github.com/${fullName(c)}.git</url>
    </scm>
</project>
`,
    [`${folder}/QuayCheckMojo.java`]: `package fr.paris.lutece.tools.${c.short};

/**
 * Stops a release whose descriptor and build file disagree.
 */
public class QuayCheckMojo
{
    private boolean _bStrict;

    public void setStrict( boolean bStrict )
    {
        _bStrict = bStrict;
    }

    public boolean isStrict( )
    {
        return _bStrict;
    }
}
`,
    'README.md': `# ${c.title[1]}\n\n${c.purpose[1]}. Declare \`${artifactId(c)}\` in the build of a component; it runs before \`release:prepare\`.\n`,
    'README.fr.md': `# ${c.title[0]}\n\n${c.purpose[0]}.\n`,
  }
}

/** Documentation repositories: text only. */
export function guideFiles(c: DemoComponent): Record<string, string> {
  return {
    'README.md': `# ${c.title[1]}\n\n${c.purpose[1]}.\n`,
    'README.fr.md': `# ${c.title[0]}\n\n${c.purpose[0]}.\n`,
    'docs/index.md': `# ${c.title[0]}\n\n1. Lire les règles de nommage.\n2. Lancer le contrôle sur son poste.\n3. Ouvrir une proposition.\n`,
    'docs/traduire.md':
      '# Traduire\n\nUn fichier `_xx.properties` par langue, encodé en UTF-8. Gardez les clés du fichier sans suffixe.\n',
  }
}
