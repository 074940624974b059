// The hidden page that main hands frozen pages to: one MessagePort, requests in, answers out. Main kills it at its limits.
import './noEval.ts'
import { extractRequest, largestPageBytes, type ExtractAnswer, type ExtractRequest } from '../../preload/extraction.ts'
import { unreachable } from '../../preload/failure.ts'
import { TooComplex } from './complexity.ts'
import { examine } from './examine.ts'
import { extractHtml } from './extractHtml.ts'
import { DamagedPdf, readPdf } from './pdf/readPdf.ts'
import { thumbnail } from './thumbnail.ts'
import { unpack } from './unpack.ts'

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

async function examined({ n, bytes, url, why }: Extract<ExtractRequest, { kind: 'examine' }>): Promise<ExtractAnswer> {
  const page = await unpack(bytes, largestPageBytes)
  if (!page) return { kind: 'failed', n, message: 'The page cannot be unpacked.', code: 'damaged-data' }
  return { kind: 'examined', n, examination: examine(page, url, why) }
}

async function answer(request: ExtractRequest): Promise<ExtractAnswer> {
  const { n } = request
  try {
    switch (request.kind) {
      case 'extract':
        return { kind: 'extracted', n, extraction: extractHtml(request.html, request.url, request.rule) }
      case 'pdf':
        return { kind: 'pdf', n, ...(await readPdf(request.bytes, request.url)) }
      case 'examine':
        return await examined(request)
      case 'thumbnail':
        return { kind: 'thumbnail', n, bytes: await thumbnail(request.bytes, request.mime) }
      default:
        return unreachable(request)
    }
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    if (thrown instanceof TooComplex) return { kind: 'failed', n, message, code: 'too-complex' }
    if (thrown instanceof DamagedPdf) return { kind: 'failed', n, message, code: 'damaged-data' }
    return { kind: 'failed', n, message }
  }
}
