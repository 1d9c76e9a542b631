/** Saves the drawing of a figure as a picture, for slides and letters: the very file that is beside it, made large. */

const SCALE = 2

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-picture]')) {
  button.addEventListener('click', () => void save(button.dataset.picture ?? ''))
}

async function save(address: string): Promise<void> {
  const picture = await pictureOf(address)
  if (picture === null) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(picture)
  link.download = (address.split('/').at(-1) ?? '').replace(/\.svg$/u, '.png')
  link.click()
  URL.revokeObjectURL(link.href)
}

async function pictureOf(address: string): Promise<Blob | null> {
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * SCALE
  canvas.height = image.naturalHeight * SCALE
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((done) => {
    canvas.toBlob(done, 'image/png')
  })
}

export {}
