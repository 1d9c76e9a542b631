export const accessibility = {
  title: 'Accessibilité',
  heading: (state: string) => `Accessibilité : ${state}`,
  description: 'Déclaration d’accessibilité du site.',
  statement: (publisher: string) =>
    `${publisher} s’engage à rendre ce site accessible, selon l’article 47 de la loi n° 2005‑102 du 11 février 2005. Cette déclaration s’applique au présent site.`,
  state: 'État de conformité',
  noAudit:
    'Ce site est non conforme au référentiel général d’amélioration de l’accessibilité (RGAA) : aucun audit n’a été fait. Des essais par outil ne remplacent pas un audit et ne changent pas cet état.',
  audited: ({ state, auditor, day, rate }: { state: string; auditor: string; day: string; rate: string }) =>
    `Ce site est ${state} au référentiel général d’amélioration de l’accessibilité (RGAA). Audit du ${day} par ${auditor} : ${rate} des critères tenus.`,
  sample: 'Pages de l’échantillon',
  tools: 'Outils et environnement',
  issues: 'Non-conformités',
  exemptions: 'Dérogations pour charge disproportionnée, avec leur raison',
  outOfScope: 'Contenus hors du champ de la loi',
  unsaid: 'Rien n’est dit à ce sujet.',
  plan: 'Schéma pluriannuel',
  dated: (day: string) => `Déclaration établie le ${day}. Elle vaut trois ans au plus, ou jusqu’à une refonte du site.`,
  tested: 'Ce qui est essayé à chaque version',
  testedItems: [
    'Chaque modèle de page passe un contrôle automatique, dans les deux langues, en clair et en sombre, sur petit et grand écran.',
    'Le site se lit sans script : textes, tableaux, téléchargements et liste des composants.',
    'Chaque dessin a son titre, sa phrase de lecture et son tableau.',
    'Aucun état n’est dit par la couleur seule : forme, mot et couleur vont ensemble.',
  ],
  notTested: 'Ce qui n’est pas vérifié',
  notTestedItems: [
    'Aucun essai par des personnes qui utilisent un lecteur d’écran n’est enregistré.',
    'Les 106 critères du référentiel n’ont pas été passés à la main.',
    'Les descriptions écrites par les propriétaires des dépôts restent dans leur langue d’origine.',
  ],
  contact: 'Signaler une difficulté',
  contactText: (mail: string) =>
    `Si vous ne pouvez pas lire une page, écrivez à ${mail} : une autre forme vous sera proposée.`,
  noContact: 'L’adresse de contact n’est pas encore donnée par la collectivité.',
  remedy: 'Voies de recours',
  remedyText:
    'Si vous avez signalé une difficulté et n’avez pas eu de réponse satisfaisante, vous pouvez écrire au Défenseur des droits, saisir son délégué près de chez vous, ou lui envoyer un courrier gratuit (Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07).',
}

export const legal = {
  title: 'Mentions légales',
  description: 'Qui publie et qui héberge ce site.',
  keys: {
    publisher: 'Éditeur',
    'publication-director': 'Direction de la publication',
    host: 'Hébergeur',
    'source-code': 'Code du site',
    'content-license': 'Licence des textes',
    controller: 'Responsable du traitement',
    purposes: 'Finalités',
    'legal-basis': 'Base légale',
    retention: 'Durée de conservation',
    'accessibility-plan': 'Schéma pluriannuel et plan de l’année',
    'data-protection': 'Délégué à la protection des données',
    'server-logs': 'Journaux du serveur',
  },
  dataLicense: 'Licence des données',
  missing: 'Non renseigné par la collectivité.',
  contact: 'Contact',
  note: 'Cette page dit ce que la collectivité a renseigné, et rien d’autre.',
}

export const privacy = {
  title: 'Données personnelles',
  description: 'Ce que le site garde et ne garde pas.',
  visitors: 'Vous qui lisez',
  visitorsItems: [
    'Ce site ne dépose aucun cookie et ne mesure pas votre visite.',
    'Il n’appelle aucun autre serveur que celui qui l’héberge.',
    'Votre choix de couleurs reste dans votre navigateur et ne part nulle part.',
  ],
  logs: 'Journaux du serveur',
  contributors: 'Vous qui contribuez',
  contributorsItems: (floor: number) => [
    'Aucun nom, aucun identifiant, aucune adresse de personne n’est publié.',
    `Les comptes derrière lesquels il y a moins de ${floor} personnes sont masqués.`,
    'Les titres et les textes des propositions ne sont pas publiés ; celui d’un ticket l’est seulement sous une étiquette choisie, noms, adresses et téléphones masqués.',
    'Un remerciement n’est publié qu’avec l’accord de la personne, sous le nom de son choix ; un courriel suffit pour le retirer.',
  ],
  processing: 'Le traitement',
  rights: 'Vos droits',
  rightsText:
    'Vous pouvez demander ce qui est gardé à votre sujet, et son effacement, au délégué à la protection des données ci-dessous, et saisir la CNIL.',
}

export const ecoDesign = {
  title: 'Écoconception',
  description: 'Le poids des pages et les choix faits pour le tenir bas.',
  lead: 'Chaque page dit son poids dans son pied. Voici les plafonds que la construction du site se donne, et ce qui les tient.',
  choices: 'Choix',
  choiceItems: [
    'Des pages écrites d’avance : aucun serveur ne calcule quand vous lisez.',
    'Une seule police, réduite aux caractères latins ; le reste emploie celles de votre appareil.',
    'Aucune image lourde, aucune vidéo, aucun service extérieur.',
    'Les dessins ne se chargent que lorsqu’ils arrivent à l’écran.',
  ],
  assessment: 'Évaluation',
  assessed: ({ assessor, day, rate }: { assessor: string; day: string; rate: string }) =>
    `Évaluation du ${day} par ${assessor} : ${rate} des critères du RGESN tenus.`,
  report: 'Le détail',
  notAudited:
    'Aucune évaluation selon le référentiel général d’écoconception de services numériques (RGESN) n’est enregistrée.',
}
