/** Words that say that nobody has written this yet. "Todo" in small letters is a word of other languages. */
export const PLACEHOLDER =
  /\b(?:TODO|FIXME|TBD)\b|(?<!\p{L})(?:[Ll]orem(?: [Ii]psum)?|[ÀàAa] compléter|[Tt]o be completed)(?!\p{L})/u
