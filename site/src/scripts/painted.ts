/**
 * Comes once what has just been changed is on the screen: what is dear is done after it, so that a touch is answered
 * first. A page that nobody sees is not painted, and waits until it is seen.
 */
export function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
}
