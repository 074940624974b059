// Lets the messages in that a worker has not yet looked at: long work is done in pieces, and a question comes in between two.

/** After the messages that wait already: one of them may be a question. */
export function afterMessages(task: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    task()
  }
  port2.postMessage(null)
}

export function messagesAnswered(): Promise<void> {
  return new Promise(afterMessages)
}
