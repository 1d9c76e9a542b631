import { monthsEarlier } from '../inventory/readiness.ts'
import { linesOf, textIn } from '../inventory/registers.ts'
import { counted, defineTodo, type FoundTodo, found, NOWHERE } from './item.ts'

/** Months after which somebody who agreed to be named or counted is asked again. */
const ASKED_AGAIN_MONTHS = 24

/** Consents of people, counted and never told. */
export const consents = defineTodo({
  id: 'consent',
  title: { fr: 'Accords de personnes', en: 'Consents of people' },
  says: {
    credits: (args) => {
      const { fr, en } = counted(args, 'count', { fr: ['accord', 'accords'], en: ['consent', 'consents'] })
      return {
        fr: `${fr} à être remercié, de plus de ${ASKED_AGAIN_MONTHS} mois : redemander`,
        en: `${en} to be thanked, over ${ASKED_AGAIN_MONTHS} months old: ask again`,
      }
    },
    withdrawn: (args) => {
      const { fr, en } = counted(args, 'count', {
        fr: ['accord retiré', 'accords retirés'],
        en: ['consent', 'consents'],
      })
      return {
        fr: `${fr} : la ligne peut quitter le registre`,
        en: `${en} withdrawn: the line may leave the register`,
      }
    },
    'opt-ins': (args) => {
      const { fr, en } = counted(args, 'count', { fr: ['accord', 'accords'], en: ['consent', 'consents'] })
      return {
        fr: `${fr} à être compté ailleurs, de plus de ${ASKED_AGAIN_MONTHS} mois : redemander`,
        en: `${en} to be counted elsewhere, over ${ASKED_AGAIN_MONTHS} months old: ask again`,
      }
    },
  },
  find({ registers, consents: counts, today, files }) {
    const before = monthsEarlier(`${today}T00:00:00Z`, ASKED_AGAIN_MONTHS).slice(0, 10)
    const lines = linesOf(registers, 'credits')
    const withdrawn = lines.filter((line) => textIn(line, 'withdrawnAt') !== null)
    const days = lines
      .filter((line) => textIn(line, 'withdrawnAt') === null)
      .flatMap((line) => textIn(line, 'consentAt') ?? [])
    const old = days.filter((day) => day < before)
    const optIns = (counts?.consented_on ?? '').split(' ').filter((day) => day !== '' && day < before)
    const item = (register: string, message: string, { count, since }: { count: number; since: string | null }) => {
      const place = files.get(register) ?? null
      const base: FoundTodo = {
        ...NOWHERE,
        subject: register,
        message,
        args: { count },
        since,
        due: null,
        command: null,
        place,
      }
      return count === 0 ? [] : [base]
    }
    return found([
      ...item('credits', 'credits', { count: old.length, since: old.toSorted()[0] ?? null }),
      ...item('credits', 'withdrawn', { count: withdrawn.length, since: null }),
      ...item('opt-ins', 'opt-ins', { count: optIns.length, since: optIns.toSorted()[0] ?? null }),
    ])
  },
})
