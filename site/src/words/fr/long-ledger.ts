/** Tableaux de l’office dont une page montre le début. */
export const longLedger = {
  shown: ({ shown, all }: { shown: string; all: string }) => `${shown} lignes montrées sur ${all}, les premières.`,
  file: 'La liste entière',
  detailOf: (name: string) => `${name} (détail)`,
  component: 'Composant',
  owner: 'Organisation',
}
