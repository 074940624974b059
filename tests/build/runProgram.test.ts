import { expect, test } from 'vitest'
import { runProgram } from '../../build/runProgram.ts'

const node = (script: string) => runProgram(process.execPath, ['-e', script])

test('a letter whose bytes come one after the other is kept whole', async () => {
  const slowly = `process.stdout.write(Buffer.from([0xc3])); setTimeout(() => process.stdout.write(Buffer.from([0xa9])), 50)`
  expect(await node(slowly)).toEqual({ code: 0, output: 'é' })
})

test('a program that is not there ends with 127', async () => {
  expect((await runProgram('offprint-no-such-program', [])).code).toBe(127)
})
