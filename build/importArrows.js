// A lint rule: who may import whom. One saved link goes from left to right, and nothing on the left knows what is on its right:
//   extract -> library -> search -> app -> the regions of the window; main and renderer meet in preload only.
import { relative, resolve, dirname, sep } from 'node:path'

const regions = ['sidebar', 'list', 'reader', 'add', 'palette', 'settings'].map((name) => `renderer/${name}`)
const contract = ['preload']
const extract = ['renderer/extract', ...contract]
const library = ['renderer/library', ...extract]
const search = ['renderer/search', ...library]
const app = ['renderer/app', 'renderer/ui', ...search]

/** Folder -> the folders and files it may import from. The longest folder that fits a file counts. */
const arrows = {
  preload: contract,
  main: ['main', ...contract],
  'main/capture/page': ['main/capture', ...contract],
  'main/vault': ['main/vault', ...contract],
  renderer: ['renderer', ...contract],
  'renderer/extract': extract,
  'renderer/library': library,
  'renderer/search': search,
  'renderer/app': app,
  'renderer/ui': ['renderer/ui', 'preload/language.ts'],
  ...Object.fromEntries(regions.map((region) => [region, [...app, ...regions]])),
  tests: ['tests', 'main', 'preload', 'renderer', 'build'],
  build: ['build', 'main/cli', 'preload', 'tests'],
}

const reactPackages = /^(react|react-dom|radix-ui|@radix-ui\/.*|@tanstack\/react-.*)(\/|$)/
const withoutReact = /^renderer\/(extract|library|search)\//
const withElectron = /^(main|tests|build)\/|^preload\/(bridge|extractBridge)\.ts$/
const withNode = /^(main|tests|build)\//
const withoutElectronUse = { ipcMain: /^main\/ipc\.ts$/, ipcRenderer: /^preload\/(bridge|extractBridge)\.ts$/ }

/** @type {import('eslint').Rule.RuleModule} */
export const importArrows = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/')
    const report = (node, message) => context.report({ node, message })

    function check(node) {
      const source = node.source?.value
      if (typeof source !== 'string') return
      if (source.startsWith('.')) checkOwn(node, source)
      else checkPackage(node, source)
    }

    function checkOwn(node, source) {
      const target = relative(context.cwd, resolve(dirname(context.filename), source.replace(/\?.*$/, '')))
        .split(sep)
        .join('/')
      if (!/\.\w+$/.test(target)) report(node, `Write the ending: ${source}.ts`)
      const from = longest(Object.keys(arrows), file)
      const allowed = from === undefined ? undefined : arrows[from]
      if (allowed !== undefined && !allowed.some((place) => target === place || target.startsWith(`${place}/`))) {
        report(node, `${from} must not know ${dirname(target)}.`)
      }
    }

    function checkPackage(node, source) {
      if (withoutReact.test(file) && reactPackages.test(source))
        report(node, 'No React here: this runs in workers and hidden pages too.')
      if (source.startsWith('node:') && !withNode.test(file)) report(node, 'No Node here.')
      if (source !== 'electron') return
      if (node.importKind !== 'type' && !withElectron.test(file)) report(node, 'No Electron here.')
      for (const specifier of node.specifiers ?? []) {
        const only = withoutElectronUse[specifier.imported?.name]
        if (only !== undefined && !only.test(file) && !file.startsWith('tests/')) {
          report(specifier, `${specifier.imported.name} belongs to ${only.source.replaceAll('\\', '')} alone.`)
        }
      }
    }

    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration(node) {
        if (node.source && node.exportKind !== 'type' && !file.startsWith('tests/'))
          report(node, 'No barrels: export things where they are made.')
      },
      ExportAllDeclaration: (node) => report(node, 'No barrels: export things where they are made.'),
    }
  },
}

function longest(folders, file) {
  return folders.filter((folder) => file.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0]
}
