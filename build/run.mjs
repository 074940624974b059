// Runs one of the TypeScript programs of this folder: `node build/run.mjs start -- save URL` runs build/start.ts.
// Plain JavaScript, because Node 20 cannot read TypeScript by itself; Vite, which we need anyway, can.
import { runnerImport } from 'vite'
import { fileURLToPath } from 'node:url'

const [, , program, ...args] = process.argv
const file = fileURLToPath(new URL(`./${program}.ts`, import.meta.url))
const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' })
process.exitCode = await module.run(args)
