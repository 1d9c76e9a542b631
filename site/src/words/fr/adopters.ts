import { frenchPlural as plural } from '#data/model/plural.ts'

/** Words of the list of those who reuse. */
export const adopters = {
  title: 'Qui réutilise',
  pageTitle: (page: number) => `Qui réutilise, page ${page}`,
  description: 'Les organisations qui reprennent ces composants et ces packs, par pays, nature et état.',
  finding: ({ reusing, inService, countries }: { reusing: number; inService: number; countries: number }) => {
    if (reusing === 0) return 'Aucun réutilisateur n’est encore connu'
    const where = countries > 1 ? `, dans ${countries} pays` : ''
    const running = inService === reusing ? 'en service' : `dont ${inService} en service`
    return `Au moins ${reusing} ${plural(reusing, 'organisation réutilise', 'organisations réutilisent')} ce code${where}, ${running}`
  },
  lead: 'Cette liste dit qui nous a répondu, pas qui utilise : personne n’est tenu de se déclarer. Une organisation n’est nommée qu’avec son accord.',
  counted:
    'Comptent celles qui sont en service ou en essai, confirmées depuis deux ans, chacune une fois même si elle fait tourner plusieurs composants.',
  list: 'La liste',
  none: 'Personne ne s’est encore déclaré.',
  columns: { who: 'Organisation', what: 'Ce qu’elle reprend', state: 'État', confirmed: 'Comment on le sait' },
  unnamed: 'non nommée',
  several: (count: number) => `${count} organisations`,
  types: {
    city: 'ville',
    'local-authority': 'collectivité',
    state: 'État',
    agency: 'agence publique',
    hospital: 'hôpital',
    education: 'enseignement',
    company: 'entreprise',
    association: 'association',
    other: 'autre',
  },
  states: { testing: 'en essai', 'in-service': 'en service', stopped: 'arrêté', unknown: 'état non connu' },
  bases: {
    'told-us': 'elle nous l’a dit',
    'public-page': 'page publique',
    contract: 'contrat',
    code: 'lu dans son code',
    other: 'autre source',
  },
  begun: (day: string) => `commencé le ${day}`,
  since: (day: string) => `depuis le ${day}`,
  confirmed: (day: string) => `confirmé le ${day}`,
  facets: {
    state: 'État',
    type: 'Nature',
    country: 'Pays',
    runs: 'Composant ou pack',
    through: 'Comment',
  },
  through: { direct: 'le composant seul', pack: 'par un pack de services' },
  searchLabel: 'Chercher dans la liste',
  searchPlaceholder: 'Nom, pays, composant',
  count: (count: number) => `${count} ${plural(count, 'déclaration')}`,
  noun: (count: number) => plural(count, 'déclaration'),
  sorts: { name: 'nom', confirmed: 'dernière confirmation' },
  empty: 'Aucune déclaration ne répond à tous ces filtres.',
  browse: 'Parcourir par état, nature, pays, composant',
  browseTitle: 'Parcourir les réutilisateurs',
  browseDescription: 'Les réutilisateurs par état, nature, pays, composant : une page par valeur.',
  facetDescription: ({ group, value }: { group: string; value: string }) =>
    `Les réutilisateurs déclarés. ${group} : ${value}.`,
  countNote:
    'Une déclaration est une organisation et ce qu’elle reprend. Celles qui ne sont pas nommées comptent pour autant qu’elles sont.',
  rules: 'Comment cette liste est tenue',
  rulesText: [
    'Une ligne qui n’a pas été confirmée depuis deux ans quitte la liste.',
    'Les organisations qui n’ont pas accepté d’être nommées comptent par nature et par pays.',
    'Toute organisation citée peut demander à être corrigée ou retirée.',
  ],
  tell: 'Dire que vous l’utilisez, ou demander une correction',
  tellHow: 'Un message suffit, sans compte ; il s’ouvre prérempli.',
  tellSubject: 'Nous réutilisons vos composants',
  tellBody: [
    'Organisation :',
    'Ville, collectivité, association, entreprise… et pays :',
    'Composant ou pack de services :',
    'En service ou en essai, depuis le :',
    'Nous acceptons d’être nommés sur le site (oui ou non) :',
    'Page qui en parle (facultatif) :',
  ],
}
