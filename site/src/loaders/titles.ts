interface Titled {
  readonly title: string | null
  readonly name: string
  readonly profile: string | null
  /** `server/owner/name`. */
  readonly repository: string
}

/** What each is called by on its page: two build files of one name are told apart by their repositories, then by their owners. */
export function distinctTitles(rows: readonly Titled[]): readonly string[] {
  const plain = rows.map(({ title, name, profile }) => `${title ?? name}${profile === null ? '' : ` (${profile})`}`)
  const besides = (steps: number) =>
    rows.map(({ repository }, index) => `${plain[index]}, ${repository.split('/').slice(-steps).join('/')}`)
  const candidates = [plain, besides(1), besides(2)]
  return rows.map((_, index) => {
    const found = candidates.find((titles) => titles.filter((one) => one === titles[index]).length === 1)
    return (found ?? besides(2))[index] ?? ''
  })
}
