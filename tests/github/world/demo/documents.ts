import { artifactId, type DemoComponent, fullName, placesOf } from './component.ts'
import { licenceFile } from './licence-text.ts'

function installation(c: DemoComponent, language: 'fr' | 'en'): string {
  const artifact = artifactId(c)
  return language === 'fr'
    ? `Ajoutez \`${artifact}\` au fichier \`pom.xml\` du site, puis reconstruisez-le. Le premier démarrage crée les tables et les droits.`
    : `Add \`${artifact}\` to the \`pom.xml\` of the site and build it again. The first start creates tables and rights.`
}

function readme(c: DemoComponent, language: 'fr' | 'en'): string {
  const i = language === 'fr' ? 0 : 1
  const heads =
    language === 'fr'
      ? ['À quoi cela sert', 'Installation', 'Configuration', 'Participer']
      : ['What it is for', 'Installation', 'Configuration', 'Taking part']
  const setup =
    language === 'fr'
      ? `Le fichier \`webapp/WEB-INF/conf/plugins/${c.short}.properties\` donne le nombre de lignes par page et le titre affiché. Les droits se règlent dans l’administration du site.`
      : `The file \`webapp/WEB-INF/conf/plugins/${c.short}.properties\` sets the number of rows per page and the title. Rights are given in the administration of the site.`
  const part =
    language === 'fr'
      ? `Les anomalies et les idées se déposent dans ce dépôt (${fullName(c)}). Les traductions sont les bienvenues : un fichier par langue suffit.`
      : `Bugs and ideas go to this repository (${fullName(c)}). Translations are welcome: one file per language is enough.`
  return `# ${c.title[i]}\n\n## ${heads[0]}\n\n${c.purpose[i]}.\n\n## ${heads[1]}\n\n${installation(c, language)}\n\n## ${heads[2]}\n\n${setup}\n\n## ${heads[3]}\n\n${part}\n`
}

function xdoc(c: DemoComponent, language: 'fr' | 'en'): string {
  const i = language === 'fr' ? 0 : 1
  const detail =
    language === 'fr'
      ? `Les agents gèrent la liste dans l’administration du site ; les habitants la consultent sur la page publique. Chaque changement est journalisé sans donnée personnelle.`
      : `Staff keep the list in the administration of the site; residents read it on the public page. Every change is logged without personal data.`
  return `<?xml version="1.0" encoding="UTF-8"?>
<document>
    <properties><title>${c.title[i]}</title></properties>
    <body>
        <section name="Introduction"><p>${c.purpose[i]}.</p><p>${detail}</p></section>
        <section name="Installation"><p>${installation(c, language).replaceAll('`', '')}</p></section>
    </body>
</document>
`
}

function siteFile(c: DemoComponent): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<project name="${c.title[1]}">
    <body><menu name="Project"><item name="Introduction" href="index.html" /></menu></body>
</project>
`
}

/** What an organisation's own `.github` repository lends to all of its others. */
function lentFiles(): Record<string, string> {
  return {
    'CONTRIBUTING.md':
      '# Participer / Taking part\n\nOuvrez une proposition vers la branche `develop`, une idée par proposition. / Open a change request against `develop`, one idea each.\n\nUne première réponse vient sous cinq jours ouvrés. / A first answer comes within five working days.\n',
    'CODE_OF_CONDUCT.md':
      '# Code de conduite / Code of conduct\n\nRestez courtois et précis. Signalez un problème à conduite@vaubrelle.example. / Be courteous and precise. Report a problem to conduite@vaubrelle.example.\n',
    'SECURITY.md':
      '# Sécurité / Security\n\nSignalez une faille à securite@vaubrelle.example, jamais dans un ticket public. / Report a weakness to securite@vaubrelle.example, never in a public issue.\n',
  }
}

/** The trades' organisation lends these documents to its repositories; in the others every repository has its own. */
const borrows = (c: DemoComponent) => c.owner === 'vaubrelle-metiers' && c.short !== '.github'

/** What every repository of the city carries, whatever it holds. */
export function communityFiles(c: DemoComponent): Record<string, string> {
  return {
    LICENSE: licenceFile(),
    ...(borrows(c) ? {} : lentFiles()),
    '.github/CODEOWNERS': `* @${c.owner}/mainteneurs\n`,
    '.gitignore': 'target/\n*.class\n.idea/\n.settings/\n.project\n.classpath\n',
  }
}

/** Readmes in both languages and the project's small web site. */
export function documentFiles(c: DemoComponent): Record<string, string> {
  return {
    'README.md': readme(c, 'en'),
    'README.fr.md': readme(c, 'fr'),
    'src/site/xdoc/index.xml': xdoc(c, 'en'),
    'src/site/fr/xdoc/index.xml': xdoc(c, 'fr'),
    'src/site/site.xml': siteFile(c),
  }
}

/** Where a translator would look first. */
export function translationPath(c: DemoComponent, tongue: string): string {
  return `${placesOf(c).bundle}_${tongue}.properties`
}
