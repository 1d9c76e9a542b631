/** The choice of colours: kept in this browser, sent nowhere. */
const inputs = document.querySelectorAll<HTMLInputElement>('#display input')

for (const input of inputs) {
  input.checked = input.value === (document.documentElement.dataset.theme ?? 'system')
  input.addEventListener('change', () => choose(input.value))
}

function choose(theme: string): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem('theme')
    else localStorage.setItem('theme', theme)
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
  document.dispatchEvent(new Event('themechange'))
}
