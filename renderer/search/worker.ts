// The search worker: owns the index and answers. It reads the library.
import { failed, type Result } from '../../preload/failure.ts'
import { afterMessages } from './afterMessages.ts'
import { answerQuestion } from './answerQuestion.ts'
import { keepIndex } from './keepIndex.ts'
import type { FromWorker, Question, ToWorker } from './messages.ts'
import { DamagedIndex } from './segments/bytes.ts'

/** Questions that still want an answer. */
const wanted = new Set<number>()

const keeper = keepIndex({
  onFilling: (done, total) => tell({ kind: 'filling', done, total }),
  onFilled: () => tell({ kind: 'ready' }),
})

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'ask':
      wanted.add(data.n)
      // Not at once: a message that takes it back may be on its way already.
      return afterMessages(() => void answer(data.n, data.question))
    case 'cancel':
      return void wanted.delete(data.n)
    case 'changed':
      return void keeper.changed(data.ids).then(() => tell({ kind: 'known', n: data.n }))
  }
}

async function answer(n: number, question: Question): Promise<void> {
  const isWanted = () => wanted.has(n)
  let result = await answerOnce(question, isWanted)
  // What was damaged is empty now and being filled: that is the answer, and it says so.
  if (result === 'damaged') result = await answerOnce(question, isWanted)
  wanted.delete(n)
  tell({
    kind: 'answer',
    n,
    result: result === 'damaged' ? failed({ code: 'bug', message: 'The index is damaged again.' }) : result,
  })
}

async function answerOnce(question: Question, isWanted: () => boolean): Promise<Result<unknown> | 'damaged'> {
  try {
    return await answerQuestion(await keeper.index(), question, isWanted)
  } catch (error) {
    if (error instanceof DamagedIndex) {
      await keeper.damaged(error)
      return 'damaged'
    }
    console.error('The search failed.', error)
    return failed({ code: 'bug', message: error instanceof Error ? error.message : String(error) })
  }
}

function tell(message: FromWorker): void {
  self.postMessage(message)
}
