import { basename, dirname } from 'node:path'
import { child, parseXml, placed } from '#data/facts/xml.ts'
import type { Oid } from '#data/model/oid.ts'
import { type CloneFolders, cloneAt, cloneFolders, FURTHEST, originAddress, ownSettings } from './clone-folders.ts'
import { findObject } from './history.ts'
import { type Remote, readRemote } from './remote.ts'
import { type GitPlace, runGit } from './run-git.ts'

/**
 * Which repository a clone is one of whose own origin names no host: the clone that it was taken from may say so, else
 * its build file, where that names what a folder on the way is called, too. Build files are copied from one project to
 * the next, address and all, and folders are called anything: either by itself says nothing.
 */
export async function nameElsewhere(place: GitPlace, head: Oid | undefined): Promise<Remote | undefined> {
  const way = await cloneWay(place)
  const origin = way.flatMap((one) => readRemote(originAddress(ownSettings(one) ?? []) ?? '') ?? [])[0]
  if (origin !== undefined || head === undefined) return origin
  const folders = new Set([place.directory, ...way.map(({ common }) => common)].map(folderName))
  return (await builtFrom(place, head)).find(({ repository }) =>
    folders.has(repository.split('/')[1]?.toLowerCase() ?? ''),
  )
}

/** This clone, the one on this disk that it was taken from, and so on. */
async function cloneWay(place: GitPlace): Promise<readonly CloneFolders[]> {
  const way = [await cloneFolders(place)]
  for (let last = way[0]; last !== undefined && way.length <= FURTHEST; last = way.at(-1)) {
    const address = originAddress(ownSettings(last) ?? [])
    const next = address === undefined ? undefined : cloneAt(address, dirname(last.common))
    if (next === undefined) break
    way.push(next)
  }
  return way
}

function folderName(path: string): string {
  const folder = basename(path) === '.git' ? dirname(path) : path
  return basename(folder)
    .replace(/\.git$/i, '')
    .toLowerCase()
}

/** Addresses of the source in the build file at the root. */
async function builtFrom(place: GitPlace, head: Oid): Promise<readonly Remote[]> {
  if ((await findObject(place, `${head}:pom.xml`)) === undefined) return []
  const read = parseXml(await runGit(['cat-file', 'blob', `${head}:pom.xml`], place))
  const scm = read.ok ? child(read.root, 'scm') : undefined
  return ['connection', 'developerConnection', 'url'].flatMap((name) => {
    const address = placed(child(scm, name))?.text ?? ''
    return readRemote(address.replace(/^scm:\w+:/, '')) ?? []
  })
}
