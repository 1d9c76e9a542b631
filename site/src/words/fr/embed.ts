/** Words for whoever shows a figure on another site. */
export const embed = {
  title: 'Montrer cette figure ailleurs',
  note: 'Une page sans script, sans cookie et sans appel à un tiers.',
  code: 'À coller dans une page',
  file: 'Un dessin seul se reprend par son fichier SVG ; la source et la date restent à citer.',
  see: 'Voir la page à intégrer',
}
