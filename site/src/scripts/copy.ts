/** A button on each block of code of a guide, which puts the code on the clipboard. */

const article = document.querySelector<HTMLElement>('[data-copy]')
const { copy = '', copied = '' } = article?.dataset ?? {}

for (const block of article?.querySelectorAll('pre') ?? []) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = copy
  button.addEventListener('click', () => void copyText(block.textContent, button))
  const frame = document.createElement('div')
  frame.className = 'code-frame'
  block.before(frame)
  frame.append(block, button)
}

async function copyText(text: string, button: HTMLButtonElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text.trimEnd())
  } catch {
    // Refused by the browser: the text stays selectable.
    return
  }
  button.textContent = copied
  window.setTimeout(() => {
    button.textContent = copy
  }, 2000)
}

export {}
