export const dataQuality = {
  title: 'Qualité des données',
  description: 'Ce qui a été lu, ce qui manque et pourquoi.',
  lead: 'Ce qui n’a pas été lu n’est pas nul. Voici ce qui manque au registre, pourquoi, et ce qui le répare.',
  coverage: 'Ce qui a été lu',
  gaps: 'Ce qui manque',
  runs: 'Les collectes',
}
