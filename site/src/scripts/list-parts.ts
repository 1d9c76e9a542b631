/** Parts of a list that a script makes anew: what was chosen, and ways to other pages. */

export function chip(
  group: string,
  value: string,
  key: { readonly group: string; readonly value: string },
): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.dataset.group = key.group
  button.value = key.value
  const name = document.createElement('span')
  name.className = 'group'
  name.textContent = group
  const cross = document.createElement('span')
  cross.setAttribute('aria-hidden', 'true')
  cross.textContent = ' ×'
  button.append(name, value, cross)
  return button
}

export function clearButton(word: string): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'clear'
  button.textContent = word
  return button
}

export function pageItem(text: string, target: number | undefined, isCurrent: boolean): HTMLElement {
  const item = document.createElement('li')
  const link = document.createElement(target === undefined ? 'span' : 'a')
  link.textContent = text
  if (target !== undefined) {
    const params = new URLSearchParams(location.search)
    params.set('page', String(target))
    link.setAttribute('href', `?${params}`)
    link.dataset.page = String(target)
  }
  if (isCurrent) link.setAttribute('aria-current', 'page')
  item.append(link)
  return item
}
