import { frenchPlural as plural } from '#data/model/plural.ts'

export const guide = {
  title: 'Contribuer',
  rulesTitle: 'Les règles et leurs raisons',
  rulesLead:
    'Chaque règle du vérificateur : pourquoi, un mauvais et un bon exemple, la correction, et combien de dépôts la tiennent.',
  genericity: 'Au-delà de la forme',
  genericityText:
    'La généricité ne se vérifie pas, elle se discute. Les questions à se poser avant d’écrire sont sur une page à part :',
  heading: 'Des règles, et la raison de chacune',
  description: 'Le guide du contributeur : les règles que le vérificateur applique, pourquoi, et comment les tenir.',
  lead: 'Ces pages sortent des mêmes fichiers que le vérificateur : ce qui est écrit ici est ce qui est vérifié. Tenir les règles est nécessaire, pas suffisant : la forme est vérifiée avant l’examen, l’utilité pour d’autres se discute.',
  check: 'Vérifier avant de proposer',
  checkText: 'Dans votre copie de travail :',
  checkAfter: 'La commande nomme le fichier, la ligne, la raison et la correction.',
  families: 'Familles de règles',
  ruleCount: (count: number) => `${count} ${plural(count, 'règle')}`,
  packOf: (pack: string) => `Ensemble de règles : ${pack}`,
  policy: 'Texte de référence',
  keptNote:
    'À droite de chaque règle : combien de dépôts la tiennent, sur combien elle a été vérifiée. La barre d’une famille réunit ses règles. Tous les nombres :',
  kept: ({ held, judged }: { held: string; judged: string }) => `${held} sur ${judged}`,
  noRules: 'Aucun ensemble de règles n’est installé.',
  notMeasured: 'non mesurée',
}

export const rule = {
  description: (code: string, title: string) => `${code} : ${title}. Pourquoi, exemples, correction et tenue mesurée.`,
  severity: { error: 'Erreur', warning: 'Avertissement', info: 'Indication' },
  effort: { minutes: 'Quelques minutes', hours: 'Quelques heures', days: 'Quelques jours' },
  effortLabel: 'Effort',
  why: 'Pourquoi',
  examples: 'Exemples',
  bad: 'À éviter',
  good: 'Attendu',
  fix: 'Corriger',
  measured: 'Tenue mesurée',
  references: 'Références',
  onPage: 'Sur cette page',
  sameSource: 'Page écrite par le même fichier que le vérificateur. Dans un terminal :',
  measuredNote: (day: string) => `Dépôts des organisations du registre, au ${day}.`,
  finding: ({ held, judged }: { held: string; judged: string }) => `${held} dépôts sur ${judged} tiennent cette règle`,
  noneJudged: 'Cette règle n’a pu être vérifiée sur aucun dépôt',
  notMeasured: 'La tenue de cette règle n’est pas mesurée, ou n’est pas publiée.',
  measuredSubtitle:
    'Nombre de dépôts, par type et par résultat ; le taux porte sur ceux où la règle a pu être vérifiée',
  columns: {
    kind: 'Type',
    share: 'Répartition',
    held: 'Tenue',
    toCorrect: 'À corriger',
    exception: 'Exceptions',
    notChecked: 'Non vérifiées',
    rate: 'Taux',
  },
  all: 'Ensemble',
  neverHeld: 'Non vérifiée (jamais comptée comme tenue)',
  applies: 'Concerne',
  appliesAll: 'Tous les composants',
  previous: 'Règle précédente',
  next: 'Règle suivante',
  noReferences: 'Aucune référence extérieure.',
}
