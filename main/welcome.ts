// The one article that a new vault begins with: how to use Offprint. It is kept like any other, and may be tagged, trashed and found like any other;
// in the language that is spoken when the vault is made, and never changed afterwards.
import type { ActBody } from '../preload/act.ts'
import type { Version } from '../preload/article.ts'
import { spokenLanguage } from '../preload/language.ts'
import { german } from './welcome.de.ts'

const englishHtml = `<p>Offprint keeps what you read. Save a page, and its text and pictures become files in a folder that belongs to you. They stay as they were, whatever happens to the site, and you can read and search them without a connection.</p>
<p>This page is an article like every other one here. Mark it, tag it, search it, or move it to the Trash when you no longer need it.</p>
<h2>Saving a page</h2>
<p>Press <kbd>Ctrl N</kbd> and paste an address, or several, one on each line. Or paste anywhere in this window, or drop a link on it. A line appears in the list at once and fills in while the page is fetched; you can go on reading meanwhile. When a page cannot be saved, the line says why and offers to try again.</p>
<p>Some addresses belong to your own computer or network. They are not opened unless you allow that one host.</p>
<h2>Reading</h2>
<p>Move through the list with <kbd>j</kbd> and <kbd>k</kbd>, open an article with <kbd>Enter</kbd>, and page through it with <kbd>Space</kbd>. Offprint remembers the paragraph you reached. The bracket key <kbd>[</kbd> hides the sidebar, and the backslash key hides the list as well, so that only the text is left.</p>
<p>The letters <em>Aa</em> above the text, or the comma key, change the paper, the typeface, its size, and the width of the column. Nothing on the page can run a script or ask the network for anything: reading is silent.</p>
<h2>Putting things in order</h2>
<ul>
<li><strong>Inbox</strong> holds what you have saved and not finished. <kbd>l</kbd> puts an article aside for <strong>Later</strong>, <kbd>e</kbd> moves it to the <strong>Archive</strong>.</li>
<li><kbd>s</kbd> makes it a <strong>Favourite</strong>.</li>
<li><kbd>t</kbd> adds tags. A slash nests them: <em>cities/harbours</em> lies below <em>cities</em>.</li>
<li><kbd>d</kbd> moves an article to the <strong>Trash</strong>. <kbd>z</kbd> takes back the last thing you did.</li>
</ul>
<h2>Finding a sentence again</h2>
<p>Press <kbd>/</kbd> and type any words of the text. Results appear as you type, with the words marked, and an article opens at the passage that matched.</p>
<table>
<thead><tr><th>Type</th><th>to find</th></tr></thead>
<tbody>
<tr><td><code>harbour tides</code></td><td>both words, anywhere</td></tr>
<tr><td><code>"signal tower"</code></td><td>these words, side by side</td></tr>
<tr><td><code>ferry OR boat</code></td><td>either word</td></tr>
<tr><td><code>light*</code></td><td>light, lighthouse, lightship</td></tr>
<tr><td><code>harbour -film</code></td><td>the first word without the second</td></tr>
<tr><td><code>tag:cities</code></td><td>articles with this tag, or a tag below it</td></tr>
<tr><td><code>site:example.com</code></td><td>articles from this site</td></tr>
</tbody>
</table>
<h2>Where your articles are</h2>
<p>Settings shows the folder. It holds plain files: each article as compressed HTML with its pictures beside it, and a list of everything you did with it. The folder may lie anywhere, also where a sync program watches it, and two computers may share it. A short text in the folder explains how to read it without Offprint.</p>
<p>From a terminal, <code>offprint save</code>, <code>offprint search</code> and <code>offprint list</code> do the same work; <code>offprint --help</code> says how. <code>offprint verify</code> reads every file and tells you by name if one of them is damaged.</p>
<p>The question mark key lists all shortcuts.</p>`

const english = {
  lang: 'en',
  title: 'How to use Offprint',
  description: 'Saving, reading and finding again: all you need on one page.',
  excerpt:
    'Offprint keeps what you read. Save a page, and its text and pictures become files in a folder that belongs to you.',
  html: englishHtml,
}

export type Welcome = {
  readonly record: Omit<Version, 'format' | 'files'>
  readonly html: string
  readonly act: ActBody
}

export function welcome(ids: { article: string; version: string }, now: Date, app: string): Welcome {
  const url = 'offprint:welcome'
  const { lang, title, description, excerpt, html } = spokenLanguage() === 'de' ? german : english
  const text = html.replace(/<[^>]+>/g, ' ')
  const at = now.toISOString()
  return {
    html,
    record: {
      id: ids.article,
      version: ids.version,
      url,
      canonicalUrl: url,
      title,
      siteName: 'Offprint',
      lang,
      description,
      excerpt,
      capturedAt: at,
      how: { way: 'written', app },
      verdict: 'complete',
      reasons: [],
      words: text.split(/\s+/).filter(Boolean).length,
      blobs: [],
    },
    act: {
      act: 'saved',
      article: ids.article,
      version: ids.version,
      url,
      canonicalUrl: url,
      savedAt: at,
      current: true,
    },
  }
}
