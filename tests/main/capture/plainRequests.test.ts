import { expect, test } from 'vitest'
import { browserIdentity } from '../../../main/capture/browserIdentity.ts'
import { createPlainRequests } from '../../../main/capture/plainRequests.ts'
import type { WayOut } from '../../../main/capture/wayOut.ts'
import { failed } from '../../../preload/failure.ts'

test('a request that was called off before it began asks for no connection, whose refusal nobody would hear', async () => {
  const asked: string[] = []
  const way: WayOut = {
    reach(authority) {
      asked.push(authority)
      return Promise.resolve(failed({ code: 'cancelled' }))
    },
    failures: new Map(),
    allow: () => undefined,
    receivedBytes: () => 0,
    dropIdle: () => undefined,
    close: () => undefined,
  }
  const requests = createPlainRequests(way, browserIdentity('150.0.1.2', 'linux', ['en']))
  const answer = await requests.get({
    url: 'http://a.example/page',
    accept: '*/*',
    maxBytes: 1_000,
    idleMs: 1_000,
    deadlineAt: Date.now() + 1_000,
    signal: AbortSignal.abort(),
  })
  expect(answer).toEqual(failed({ code: 'cancelled' }))
  requests.close()
  expect(asked).toEqual([])
})
