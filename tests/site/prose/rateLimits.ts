// A page of documentation.
import type { Story } from '../story.ts'

export const rateLimits: Story = {
  title: 'Rate limits and retries',
  siteName: 'Larkspur Documentation',
  lang: 'en',
  description:
    'How many requests a key may make, what an answer says when there were too many, and how to wait politely.',
  blocks: [
    'Every key may make a number of requests in a window of sixty seconds. The window slides: a request made forty seconds ago still counts against you for twenty more. This page says how large the number is, how the service tells you that you have reached it, and what a well-behaved client does then.',
    { kind: 'heading', text: 'How large the number is' },
    {
      kind: 'table',
      caption: 'Requests in sixty seconds, by plan',
      head: ['Plan', 'Reads', 'Writes', 'Bulk jobs at once'],
      rows: [
        ['Garden', '120', '30', '1'],
        ['Nursery', '1,200', '300', '4'],
        ['Estate', '12,000', '3,000', '16'],
      ],
    },
    'Reads and writes are counted apart. A request that fails validation counts as a read whatever its method, because by then the service has done no more than read it. Requests refused for want of a key are counted against the address they came from.',
    { kind: 'heading', text: 'What a refusal looks like' },
    'When the window is full the service answers with status <code>429</code> and a body of type <code>application/problem+json</code>. The header <code>Retry-After</code> holds whole seconds and is always at least one.',
    {
      kind: 'code',
      language: 'http',
      source: `HTTP/1.1 429 Too Many Requests
Content-Type: application/problem+json
Retry-After: 7

{
  "type": "https://larkspur.example/problems/rate",
  "title": "Too many writes",
  "window": 60,
  "limit": 30
}
`,
    },
    'Do not read anything into the order in which refusals arrive. Requests on one connection may be answered by different machines, and a later one may pass where an earlier one was refused.',
    { kind: 'heading', text: 'Waiting politely' },
    'Wait for as long as <code>Retry-After</code> says, then add a random part of the same length again, so that clients that were refused together do not return together. Give up after five tries. The client libraries do all of this when you pass <code>retry: "polite"</code>:',
    {
      kind: 'code',
      language: 'typescript',
      source: `import { Larkspur } from '@larkspur/client'

const garden = new Larkspur({ key: process.env.LARKSPUR_KEY, retry: 'polite' })

for await (const bed of garden.beds.list({ season: 'autumn' })) {
  console.log(bed.name, bed.plants.length)
}
`,
    },
    {
      kind: 'list',
      ordered: true,
      items: [
        'Never retry a write without an idempotency key; the first try may have succeeded after all.',
        'Never retry a refusal with status 403, which no amount of waiting will cure.',
        'Treat a missing <code>Retry-After</code> as thirty seconds.',
      ],
    },
    'If you regularly reach the limit with reads, ask for pages of 200 entries instead of 20 before you ask for a larger plan. Most clients that wrote to us about limits last year were fetching the same list of seasons once for every plant.',
  ],
}
