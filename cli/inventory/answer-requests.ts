import { type Median, medianOf, requestStanding } from '#data/inventory/requests.ts'
import { englishCount, frenchCount } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { RowOf } from '#data/queries/query.ts'
import { registeredRequests } from '#data/queries/registers/requests.ts'
import { table } from '../reporters/table.ts'
import type { CellValue, InventoryAnswer } from './answer.ts'
import type { Holdings } from './holdings.ts'
import { told } from './words.ts'

const WORDS = {
  fr: {
    heads: [
      'demande',
      'organisation',
      'besoin',
      'langue',
      'étape',
      'reçue le',
      'prochaine étape',
      'avant le',
      'essai (j)',
      'service (j)',
    ],
    stages: {
      received: 'reçue',
      'in-exchange': 'en échange',
      trial: 'en essai',
      'in-service': 'en service',
      closed: 'close',
    },
    overdue: (day: string) => `${day} (dépassé)`,
    median: (what: string, { median, of }: Median) =>
      `${what} : ${median === null ? 'inconnu' : `médiane ${frenchCount(median, 'jour')}`} (comptée sur ${of})`,
    trial: 'Jusqu’au premier essai',
    service: 'Jusqu’au service',
    none: 'Aucune demande n’est au registre (registers.requests dans parvis.yaml).',
  },
  en: {
    heads: [
      'request',
      'organisation',
      'need',
      'language',
      'stage',
      'received on',
      'next step',
      'before',
      'trial (d)',
      'service (d)',
    ],
    stages: {
      received: 'received',
      'in-exchange': 'in exchange',
      trial: 'trial',
      'in-service': 'in service',
      closed: 'closed',
    },
    overdue: (day: string) => `${day} (overdue)`,
    median: (what: string, { median, of }: Median) =>
      `${what}: ${median === null ? 'unknown' : `median ${englishCount(median, 'day')}`} (counted over ${of})`,
    trial: 'To the first trial',
    service: 'To the service',
    none: 'No request is on record (registers.requests in parvis.yaml).',
  },
} as const

/** Who asked for what, how far each has come, how long it takes. For the officer alone. */
export async function answerRequests({ store, inventory }: Holdings, language: Language): Promise<InventoryAnswer> {
  const words = WORDS[language]
  const today = inventory.at.slice(0, 10)
  const requests = (await store.ask(registeredRequests, {})).map((row) => requestOf(row, { today, language }))
  const medians = {
    daysToTrial: medianOf(requests.map(({ daysToTrial }) => daysToTrial)),
    daysToService: medianOf(requests.map(({ daysToService }) => daysToService)),
  }
  const rows = requests.map((one) => lineOf(one, language))
  return {
    members: { requests, medians },
    registers: ['requests'],
    csv: { heads: CSV_HEADS, rows: requests.map((one) => csvRow(one, language)) },
    lines:
      requests.length === 0
        ? [words.none]
        : [
            ...table([[...words.heads], ...rows], 8),
            '',
            words.median(words.trial, medians.daysToTrial),
            words.median(words.service, medians.daysToService),
          ],
  }
}

function requestOf(
  row: RowOf<typeof registeredRequests>,
  { today, language: into }: { readonly today: string; readonly language: Language },
) {
  const { organisation, need, language, stage } = row
  const [role, words] = [told(row.role, into), told(row.words, into)]
  return {
    ...requestStanding(row, today),
    ...{ organisation, role, need, words, language, stage },
    needWords: row.need_fr === null || row.need_en === null ? null : { fr: row.need_fr, en: row.need_en },
    ...{ receivedAt: row.received_at, trialAt: row.trial_at, serviceAt: row.service_at },
    ...{ nextStep: told(row.next_step, into), nextStepDue: row.next_step_due },
  }
}

type RequestSheet = ReturnType<typeof requestOf>

function needIn({ needWords, words, need }: RequestSheet, language: Language): string {
  return needWords?.[language] ?? words ?? need ?? ''
}

function lineOf(one: RequestSheet, language: Language): readonly string[] {
  const words = WORDS[language]
  const stages: Readonly<Record<string, string>> = words.stages
  const due = one.nextStepDue === null ? '' : one.isOverdue ? words.overdue(one.nextStepDue) : one.nextStepDue
  return [
    ...[one.id, one.organisation, needIn(one, language), one.language ?? '', stages[one.stage] ?? one.stage],
    ...[one.receivedAt, one.nextStep ?? '', due, String(one.daysToTrial ?? ''), String(one.daysToService ?? '')],
  ]
}

const CSV_HEADS = [
  ...['id', 'organisation', 'role', 'need', 'language', 'stage', 'receivedAt', 'trialAt', 'serviceAt'],
  ...['daysToTrial', 'daysToService', 'waitingDays', 'nextStep', 'nextStepDue', 'isOverdue'],
]

function csvRow(one: RequestSheet, language: Language): readonly CellValue[] {
  return [
    ...[one.id, one.organisation, one.role, needIn(one, language), one.language, one.stage],
    ...[one.receivedAt, one.trialAt, one.serviceAt, one.daysToTrial, one.daysToService, one.waitingDays],
    ...[one.nextStep, one.nextStepDue, one.isOverdue],
  ]
}
