// The one place where main speaks with the app window. Every call is checked here, once: who asks, from which frame and origin, with what.
// Results are not parsed again: main is the trusted side and the compiler holds it to the contract. Answers from the window are.
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import {
  questions,
  requests,
  type EventName,
  type EventValue,
  type QuestionArgs,
  type QuestionName,
  type QuestionResult,
  type RequestArgs,
  type RequestName,
  type RequestResult,
} from '../preload/contract.ts'
import { failed, ok, toFailure, type Failure, type Result } from '../preload/failure.ts'
import { callBudget } from './callBudget.ts'
import { log } from './log.ts'
import { appOrigin } from './origins.ts'

type Handlers = {
  [N in RequestName]: (...args: RequestArgs<N>) => Promise<Result<RequestResult<N>>> | Result<RequestResult<N>>
}
type OwnHandlers = Omit<Handlers, 'app.listening' | 'question.listening' | 'question.answer' | 'question.progress'>

type Pending = {
  readonly name: QuestionName
  readonly args: readonly unknown[]
  readonly settle: (answer: Result<unknown>) => void
  readonly onProgress: (progress: { done: number; total: number }) => void
}

/** What no request would tell anew: it waits for panes that are not there yet, or again. */
const saidOnce: ReadonlySet<EventName> = new Set<EventName>(['intake.text', 'intake.copied', 'went.wrong'])

export type Window = {
  /** Tells the window; dropped when there is none. */
  emit<N extends EventName>(name: N, value: EventValue<N>): void
  /** Asks the window and waits for as long as it takes; fails when the window goes away. */
  ask<N extends QuestionName>(
    name: N,
    args: QuestionArgs<N>,
    onProgress?: (progress: { done: number; total: number }) => void,
  ): Promise<Result<QuestionResult<N>>>
  /** The window will not answer any more: whoever waits is told. */
  lost(): void
  /** The window's page begins anew. */
  begins(): void
}

/** Registers every request of the contract and gives back the way to the window. `current()` is the one window that may call. */
export function connectWindow(current: () => WebContents | undefined, handlers: OwnHandlers): Window {
  const pending = new Map<number, Pending>()
  let lastNumber = 0
  let listener: WebContents | undefined
  let isHeard = false
  const unheard: (() => void)[] = []

  const send = (n: number, question: Pending) =>
    listener?.send('question.asked', { n, name: question.name, args: question.args })

  const all: Handlers = {
    ...handlers,
    'app.listening': () => {
      isHeard = true
      for (const say of unheard.splice(0)) say()
      return ok(null)
    },
    'question.listening': () => {
      const contents = current()
      listener = contents
      contents?.once('destroyed', () => forget(contents))
      contents?.once('render-process-gone', () => forget(contents))
      for (const [n, question] of pending) send(n, question)
      return ok(null)
    },
    'question.answer': (n, answer) => {
      const question = pending.get(n)
      pending.delete(n)
      if ('failure' in answer) question?.settle(failed(answer.failure))
      else question?.settle(parseAnswer(question.name, answer.value))
      return ok(null)
    },
    'question.progress': (n, progress) => {
      pending.get(n)?.onProgress(progress)
      return ok(null)
    },
  }
  const forget = (contents: WebContents) => {
    if (listener !== contents) return
    listener = undefined
    lost()
  }
  const lost = () => {
    isHeard = false
    for (const question of pending.values()) question.settle(failed({ code: 'bug', message: 'The window was closed.' }))
    pending.clear()
  }

  for (const name of Object.keys(requests) as RequestName[]) {
    // The cast joins a name with its own handler, which TypeScript cannot follow through a loop.
    register(name, all[name] as (...args: readonly unknown[]) => Promise<Result<unknown>> | Result<unknown>, current)
  }

  const emit: Window['emit'] = (name, value) => {
    if (saidOnce.has(name) && !isHeard) return void unheard.push(() => emit(name, value))
    const contents = current()
    if (contents && !contents.isDestroyed()) contents.send(name, value)
  }

  return {
    lost,
    begins: () => void (isHeard = false),
    emit,
    ask(name, args, onProgress = () => undefined) {
      return new Promise((resolve) => {
        lastNumber += 1
        const question: Pending = {
          name,
          args,
          onProgress,
          settle: resolve as (answer: Result<unknown>) => void, // parseAnswer has checked it against this question's schema
        }
        pending.set(lastNumber, question)
        send(lastNumber, question)
      })
    },
  }
}

function register(
  name: RequestName,
  run: (...args: readonly unknown[]) => Promise<Result<unknown>> | Result<unknown>,
  current: () => WebContents | undefined,
) {
  const budget = callBudget()
  ipcMain.handle(name, async (event, args: unknown): Promise<Result<unknown>> => {
    const refusal = checkSender(event, current())
    if (refusal) {
      log.warn(`refused ${name}: ${refusal}`)
      return failed({ code: 'not-allowed' })
    }
    if (!budget.take()) return failed({ code: 'not-allowed' })
    const parsed = requests[name].args.safeParse(args)
    if (!parsed.success) {
      log.warn(`refused ${name}: wrong arguments`)
      return failed({ code: 'not-allowed' })
    }
    try {
      return await run(...parsed.data)
    } catch (thrown) {
      log.error(`in ${name}`, thrown)
      return failed(toFailure(thrown))
    }
  })
}

/** Why this sender may not call, or undefined when it may: the app window's own main frame, on the app's own origin. */
function checkSender(event: IpcMainInvokeEvent, expected: WebContents | undefined): string | undefined {
  if (!expected || event.sender.id !== expected.id) return 'not the app window'
  const frame = event.senderFrame
  if (!frame || frame !== event.sender.mainFrame) return 'not the main frame'
  let url: URL
  try {
    url = new URL(frame.url)
  } catch {
    return 'no address' // an empty or torn frame has none
  }
  return `${url.protocol}//${url.host}` === appOrigin ? undefined : 'not our origin'
}

function parseAnswer(name: QuestionName, value: unknown): Result<unknown> {
  const parsed = questions[name].result.safeParse(value)
  return parsed.success ? ok(parsed.data) : failed(wrongAnswer(name, parsed.error.message))
}

function wrongAnswer(name: QuestionName, detail: string): Failure {
  log.error(`the window answered ${name} out of shape`, detail)
  return { code: 'bug', message: `The window answered ${name} out of shape.` }
}
