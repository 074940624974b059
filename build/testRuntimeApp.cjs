// The default app of the test runtime, as Electron's own has it: `electron [-r FILE] [switches] APP words...` loads the app in folder APP.
const { app } = require('electron')
const { readFileSync } = require('node:fs')
const { join, resolve } = require('node:path')

process.defaultApp = true
const required = []
let folder
for (let at = 1; at < process.argv.length && folder === undefined; at += 1) {
  const word = process.argv[at]
  if (word === '-r' || word === '--require') required.push(process.argv[(at += 1)])
  else if (!word.startsWith('-')) folder = resolve(word)
}

for (const file of required) require(resolve(file))
if (folder === undefined) {
  process.stderr.write('Usage: electron [-r FILE] APP\n')
  app.exit(2)
} else {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.setName(about.productName ?? about.name)
  app.setVersion(about.version)
  app.setAppPath(folder)
  require(join(folder, about.main))
}
