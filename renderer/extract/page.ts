// The hidden page that main hands frozen pages to: one MessagePort, requests in, answers out. Main kills it at its limits.
import './noEval.ts'
import { extractRequest, type ExtractAnswer, type ExtractRequest } from '../../preload/contract.ts'
import { unreachable } from '../../preload/failure.ts'
import { isTooComplex, TooComplex } from './complexity.ts'
import { extract } from './extract.ts'
import { thumbnail } from './thumbnail.ts'
import { parseInert } from './trustedHtml.ts'

window.addEventListener('message', function takePort(event) {
  const [port] = event.ports
  if (event.source !== window || event.data !== 'port' || !port) return
  window.removeEventListener('message', takePort)
  listen(port)
})

function listen(port: MessagePort) {
  port.onmessage = async (event) => {
    const request = extractRequest.parse(event.data)
    port.postMessage(await answer(request))
  }
  port.postMessage({ kind: 'ready' } satisfies ExtractAnswer)
}

async function answer(request: ExtractRequest): Promise<ExtractAnswer> {
  const { n } = request
  try {
    switch (request.kind) {
      case 'extract':
        if (isTooComplex(request.html)) throw new TooComplex()
        return { kind: 'extracted', n, extraction: extract(parseInert(request.html), request.url) }
      case 'thumbnail':
        return { kind: 'thumbnail', n, bytes: await thumbnail(request.bytes, request.mime) }
      default:
        return unreachable(request)
    }
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return { kind: 'failed', n, message, ...(thrown instanceof TooComplex ? { code: 'too-complex' as const } : {}) }
  }
}
