/**
 * What collectors say of a trouble that has a code, in French; in English they say it themselves. `{scope}` is what was
 * looked at: a clone, a folder, a register, an organisation.
 */
export const PROBLEM_SENTENCES: Readonly<Record<string, string>> = {
  'clone-unnamed':
    'rien ne dit de quel dépôt {scope} est un clone : écrire « repository: ORGANISATION/NOM » à côté de son chemin, dans parvis.yaml',
  'checkout-unnamed':
    'rien ne dit de quel dépôt {scope} est une copie de travail : écrire « repository: ORGANISATION/NOM » à côté de son chemin, dans parvis.yaml',
  'invalid-repository-name': 'le nom donné à {scope} n’est pas de la forme ORGANISATION/NOM',
  'path-not-found': '{scope} n’existe pas',
  'path-not-a-folder': '{scope} est un fichier, pas un dossier',
  'path-unreadable': '{scope} ne peut pas être lu',
  'not-a-checkout': '{scope} contient les objets d’un dépôt, pas ses fichiers',
  'not-a-git-repository': '{scope} n’est pas un dépôt git',
  'repository-empty': '{scope} n’a encore aucun commit',
  'git-absent': 'le programme git est introuvable : l’installer, ou mettre son dossier dans le PATH',
  'git-unsafe-directory':
    'git refuse de lire {scope}, qui appartient à un autre utilisateur ; si vous lui faites confiance : git config --global --add safe.directory',
  'token-absent': 'aucun jeton : aucune des variables d’environnement que nomme tokenFrom n’est définie',
  'token-refused': 'pas demandé : l’hébergeur a refusé le jeton de cette organisation',
  'never-listed': 'aucun dépôt de {scope} n’est connu : en lire d’abord la liste (github/repositories)',
  'clone-shallow': 'ce clone est superficiel (shallow) : les commits plus anciens n’y sont pas',
  'history-rewritten': 'l’historique a été réécrit : l’ancienne tête n’y est plus',
  'files-unread': 'des fichiers n’ont pas pu être lus',
  'process-ended': 'le programme s’est arrêté avant la fin de la lecture',
}
