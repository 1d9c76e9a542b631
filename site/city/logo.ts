import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import type { BrandPlace } from './brand.ts'
import type { CityFile } from './content.ts'
import type { Picture } from './own-text.ts'
import { takePicture } from './pictures.ts'

const GROUNDS = ['light', 'dark', 'mono'] as const
type Ground = (typeof GROUNDS)[number]

/** Absolute paths; where there is none for a ground, the one for light grounds stands. */
export type LogoOrder = { readonly light: string } & Readonly<Partial<Record<Ground, string | undefined>>>
export type Logo = Readonly<Partial<Record<Ground, Picture>>>

/** Logos as the site carries them. A drawing is cleaned, or refused with the place of what would run or fetch. */
export async function readLogo(
  order: LogoOrder,
  { base, place }: { readonly base: string; readonly place: BrandPlace },
): Promise<{ readonly logo: Logo; readonly files: readonly CityFile[] }> {
  const problems: UsageDetail[] = []
  const files: CityFile[] = []
  const logo: [Ground, Picture][] = []
  for (const ground of GROUNDS) {
    const path = order[ground]
    if (path === undefined) continue
    const taken = await takePicture(path)
    if ('problem' in taken) {
      problems.push({ ...place(['logo', ground]), message: `logo.${ground}: ${taken.problem}` })
      continue
    }
    files.push(taken.file)
    logo.push([ground, { ...taken.size, address: `${base}media/${taken.file.name}` }])
  }
  if (problems.length > 0) {
    throw new UsageFailure('site-logo-unusable', 'the logo of the city cannot be used as it is.', { details: problems })
  }
  return { logo: Object.fromEntries(logo), files }
}
