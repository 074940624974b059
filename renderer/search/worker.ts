// The search worker: owns the index and answers. It reads the library.
import { failed, type Result } from '../../preload/failure.ts'
import { afterMessages, messagesAnswered } from './afterMessages.ts'
import { database } from '../library/database.ts'
import { answerQuestion, forgetTexts } from './answerQuestion.ts'
import { keepIndex } from './keepIndex.ts'
import type { FromWorker, Question, ToWorker } from './messages.ts'
import { DamagedIndex } from './segments/bytes.ts'
import { warmingQuestions } from './warmingQuestions.ts'

/** Questions that still want an answer. */
const wanted = new Set<number>()
/** Somebody has searched since the start. */
let isSearched = false
/** With fewer articles the first answer takes no time that anybody would feel. */
const fewestToWarm = 2_000
/** The code is warm with them, and their texts are garbage that V8 lets lie while nobody searches. */
const warmingResults = 6

const keeper = keepIndex({
  onFilling: (done, total) => tell({ kind: 'filling', done, total }),
  onFilled: () => tell({ kind: 'ready' }),
})

warmUp().catch((error: unknown) => console.warn('The search could not warm up.', error))

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'ask':
      wanted.add(data.n)
      isSearched ||= data.question.kind === 'search'
      // Not at once: a message that takes it back may be on its way already.
      return afterMessages(() => void answer(data.n, data.question))
    case 'cancel':
      return void wanted.delete(data.n)
    case 'changed':
      forgetTexts(data.ids)
      return void keeper.changed(data.ids).then(() => tell({ kind: 'known', n: data.n }))
  }
}

/** Between two of its questions those of others are answered, and it ends with the first search of a person. */
async function warmUp(): Promise<void> {
  const index = await keeper.index()
  if (index.articleCount < fewestToWarm) return
  const [stored] = await database.texts.limit(1).toArray()
  for (const query of warmingQuestions(stored?.text ?? '')) {
    await messagesAnswered()
    if (isSearched) return
    const options = { limit: warmingResults, offset: 0, typing: true, articles: true }
    await answerOnce({ kind: 'search', query, options }, () => !isSearched)
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
    result: result === 'damaged' ? failed({ code: 'search-stopped' }) : result,
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
