import type { Language } from '#data/model/vocabulary.ts'
import type { Answers } from './answers.ts'

/**
 * A first `parvis.yaml`: what was answered as keys, what most will want next as keys behind `#`, each with a line that
 * says what it is for. Taking the `#` away leaves a configuration that loads: a test does so.
 */
export function template(answers: Answers, language: Language): string {
  const say = (fr: string, en: string) => `# ${language === 'fr' ? fr : en}`
  const quoted = (text: string) => JSON.stringify(text)
  const organisation = (name: string) =>
    [
      `  - name: ${quoted(name)}`,
      ...(answers.server === undefined ? [] : [`    server: ${quoted(answers.server)}`]),
    ].join('\n')
  const { publisher: fr = 'Votre collectivité', publisher: en = 'Your city' } = answers
  const publisher = `{ fr: ${quoted(fr)}, en: ${quoted(en)} }`
  const contact =
    answers.contact === undefined ? '  #contact: open-source@my-city.example' : `  contact: ${quoted(answers.contact)}`
  return `${[
    '# yaml-language-server: $schema=./node_modules/parvis/dist/cli/schemas/parvis.json',
    say(
      'Configuration de Parvis. Les jetons se lisent dans l’environnement et ne s’écrivent jamais ici.',
      'Configuration of Parvis. Tokens are read from the environment and never written here.',
    ),
    '',
    say(
      'Ce qui est collecté. Le jeton vient de GITHUB_TOKEN, sauf si tokenFrom nomme une autre variable.',
      'What is collected. The token comes from GITHUB_TOKEN, unless tokenFrom names another variable.',
    ),
    'organisations:',
    ...answers.organisations.map(organisation),
    '    #tokenFrom: GITHUB_TOKEN',
    '',
    say(
      'Les règles qui jugent les dépôts : `parvis rules` les liste.',
      'The rules that judge repositories: `parvis rules` lists them.',
    ),
    'packs: [lutece, open-source, publiccode]',
    '',
    say(
      'Ce que vous promettez à qui propose du code, et au nom de quel rôle.',
      'What you promise to whoever proposes code, and in the name of which role.',
    ),
    '#promise: { workingDays: 10, contact: { fr: le bureau du logiciel libre, en: the open-source office } }',
    '',
    say('Les jours ouvrés ; voici les réglages par défaut.', 'Working days; these are the defaults.'),
    '#calendar: { timeZone: Europe/Paris, holidays: fr }',
    '',
    say(
      'Ce que l’on tient à la main, un fichier par registre : voir la référence des registres.',
      'What people keep by hand, a file for each register: see the reference of registers.',
    ),
    '#registers: { affiliations: affiliations.yaml, services: services.yaml, adopters: adopters.yaml }',
    '',
    say(
      'Ce que le public voit du respect des règles (off, summary, detail), de la gouvernance et des prestataires.',
      'What the public sees of conformity (off, summary, detail), of governance and of providers.',
    ),
    '#publish: { conformity: summary, ggi: false, providers: false }',
    '',
    'site:',
    `  title: { fr: Code ouvert, en: Open code }`,
    `  publisher: ${publisher}`,
    contact,
    `  ${say(
      'L’adresse où le site sera servi : avec elle, liens et flux sont complets.',
      'Where the site will be served: with it, links and feeds are whole.',
    )}`,
    '  #url: https://open.my-city.example',
  ].join('\n')}\n`
}
