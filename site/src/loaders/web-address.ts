/** Hosts and registers write what they like where an address is expected: only one of the web becomes a link. */
export function webAddress(value: string | null): string | null {
  if (value === null || !/^https?:\/\//iu.test(value) || !URL.canParse(value)) return null
  const { href, username, password } = new URL(value)
  return username === '' && password === '' ? href : null
}
