// Loaded before the command line: the network never answers and hears of no interruption, while the process stays alive.
globalThis.fetch = () => new Promise(() => setInterval(() => undefined, 60_000))
