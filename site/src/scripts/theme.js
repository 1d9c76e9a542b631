// Before the first paint, so that nobody sees the other colours first: small, and not a module.
;(() => {
  const root = document.documentElement
  root.dataset.script = ''
  if (location.search !== '') root.dataset.asked = 'waits'
  try {
    const theme = localStorage.getItem('theme')
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  } catch {
    // Storage may be forbidden: the device's own colours are used then.
  }
})()
