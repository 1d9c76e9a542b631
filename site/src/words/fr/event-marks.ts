/** Words for what is marked on figures. */
export const eventMarks = {
  title: 'Repères du dessin, datés par la collectivité ; ils ne disent pas une cause.',
}
