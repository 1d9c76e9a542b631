import { readdir, readFile, stat } from 'node:fs/promises'

/** Where configuration and packs are read from: the disk, or a commit of the judging side. Paths are absolute. */
export interface Files {
  kind(path: string): Promise<'file' | 'folder' | 'absent'>
  /** Names in a folder, sorted. */
  list(folder: string): Promise<readonly string[]>
  read(file: string): Promise<string>
}

export const disk: Files = {
  async kind(path) {
    const found = await stat(path).catch(() => undefined)
    if (found === undefined) return 'absent'
    return found.isDirectory() ? 'folder' : 'file'
  },
  list: async (folder) => (await readdir(folder)).sort(),
  read: (file) => readFile(file, 'utf8'),
}
