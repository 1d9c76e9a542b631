import type { Random } from '../random.ts'
import type { DemoComponent } from './component.ts'

const changes: readonly ((c: DemoComponent) => string)[] = [
  (c) => `Trier la liste par ${c.fields.at(-1)?.label[0].toLowerCase() ?? 'date'}`,
  () => 'Éviter la double validation du formulaire',
  () => 'Ajouter un filtre par date',
  () => 'Fix the encoding of exported files',
  () => 'Corriger les contrastes du tableau',
  (c) => `Show ${c.thing[1]} on the map`,
  () => 'Remplacer les libellés écrits en dur',
  () => 'Close the connection when the query fails',
  () => 'Rendre la pagination utilisable au clavier',
  () => 'Use the bundle of the component instead of the core one',
  (c) => `Limiter le nombre de ${c.thing[0]} par demande`,
  () => 'Mettre à jour le parent du pom',
  () => 'Speed up the list with an index',
  () => 'Compléter la documentation d’installation',
  () => 'Préparer le passage à Jakarta',
  () => 'Add a test for the empty list',
  () => 'Journaliser sans donnée personnelle',
  (c) => `Corriger l’accord dans « ${c.title[0]} »`,
  () => 'Accept addresses without a number',
  () => 'Réduire le poids des images',
]

const requests: readonly ((c: DemoComponent) => string)[] = [
  () => 'La page publique est illisible sur téléphone',
  (c) => `Impossible de modifier ${c.thing[0]} après validation`,
  () => 'Export fails when a title holds a semicolon',
  () => 'Message d’erreur en anglais sur un site en français',
  (c) => `Could ${c.thing[1]} have an end date?`,
  () => 'Le courriel de confirmation arrive deux fois',
  () => 'How to install without the deposit module?',
  () => 'Proposer une version en langage clair',
  () => 'Keyboard focus is lost after saving',
  () => 'Les accents disparaissent dans le fichier exporté',
  () => 'Documentation: which version of the core is needed?',
  (c) => `Statistiques mensuelles : ${c.title[0].toLowerCase()}`,
]

const tongues: Record<string, string> = { de: 'allemande', es: 'espagnole', it: 'italienne', fr: 'française' }

export function changeTitle(c: DemoComponent, random: Random): string {
  return random.pick(changes)(c)
}

export function issueTitle(c: DemoComponent, random: Random): string {
  return random.pick(requests)(c)
}

export function translationTitle(c: DemoComponent, tongue: string): string {
  return `Traduction ${tongues[tongue] ?? tongue} : ${c.title[0].toLowerCase()}`
}

/** Staff and contractors name the ticket that asked for the change. */
export function withTicket(title: string, random: Random): string {
  return `VBL-${random.integer(1200, 4800)} : ${title}`
}
