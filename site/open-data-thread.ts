import { parentPort, workerData } from 'node:worker_threads'
import { writeOpenData } from './open-data.ts'

/** Writes the open data of a site while another thread bundles the pages, and answers what those say of the files. */
const { settings, folder } = workerData as {
  readonly settings: Parameters<typeof writeOpenData>[0]
  readonly folder: string
}

parentPort?.postMessage(await writeOpenData(settings, folder))
