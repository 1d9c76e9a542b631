/** A button on each block of code that may be taken away, which puts the code on the clipboard. */

for (const root of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  for (const block of root.querySelectorAll('pre')) frame(block, root.dataset)
}

function frame(block: HTMLElement, { copy = '', copied = '' }: DOMStringMap): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = copy
  button.addEventListener('click', () => void copyText(block.textContent, { button, copied }))
  const box = document.createElement('div')
  box.className = 'code-frame'
  block.before(box)
  box.append(block, button)
}

async function copyText(
  text: string,
  { button, copied }: { readonly button: HTMLButtonElement; readonly copied: string },
): Promise<void> {
  const copy = button.textContent
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
