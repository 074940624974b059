// A page without an end: whenever its last line nears the window, more of it is there, as on the front pages of social networks.
import { html, type Routes } from './answer.ts'

/** Stands in every batch, with its number. */
export const batchSentence = (n: number) => `Batch ${n} of the harbour log begins with the weather, as the others did.`

export const endless: Routes = {
  '/app/endless': () =>
    html(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The harbour log</title></head>
<body><main><article><h1>The harbour log</h1></article><p id="end">More is coming.</p></main><script>
const article = document.querySelector('article')
let batch = 0
const grow = () => {
  batch += 1
  const lines = Array.from({ length: 12 }, (_, n) => '<p>Entry ' + n + ' of that day says which boats came in, who was late, and what the keeper had for his tea.</p>')
  article.insertAdjacentHTML('beforeend', '<p>Batch ' + batch + ' of the harbour log begins with the weather, as the others did.</p>' + lines.join(''))
}
grow()
new IntersectionObserver((entries, observer) => {
  if (!entries.some((entry) => entry.isIntersecting)) return
  grow()
  observer.unobserve(entries[0].target)
  observer.observe(entries[0].target)
}, { rootMargin: '200px' }).observe(document.getElementById('end'))
</script></body></html>`),
}
