import { describe, expect, it } from 'vitest'
import { goesOnAt, nextPart } from '../../../main/capture/nextPart.ts'

const at = (path: string) => `https://s.example${path}`

describe('the next part of an article', () => {
  it.each([
    ['/story', '/story?page=2'],
    ['/story?page=2', '/story?page=3'],
    ['/story', '/story?page=1'],
    ['/story?id=7', '/story?id=7&seite=2'],
    ['/story/', '/story/page/2/'],
    ['/story/page/2', '/story/page/3'],
    ['/story', '/story/2'],
    ['/story.html', '/story-2.html'],
    ['/story.html', '/story_page2.html'],
    ['/story.html', '/story,2.html'],
  ])('follows %s with %s', (current, next) => {
    expect(nextPart([at('/other'), at(next)], at(current))).toBe(at(next))
    expect(goesOnAt(at(next), at(current))).toBe(true)
  })

  it('follows a bare number only from a part, for it may be a day or the number of another article', () => {
    expect(nextPart([at('/story/3')], at('/story/2'))).toBe(at('/story/3'))
    expect(goesOnAt(at('/notes/15'), at('/notes/14'))).toBe(false)
    expect(goesOnAt(at('/2026/03/15'), at('/2026/03/14'))).toBe(false)
  })

  it.each(['/another-story', '/story?page=4', '/story?page=2&sort=new', '/story?comment-page=2', '/tag/story/page/2'])(
    'does not take %s for it',
    (next) => {
      expect(nextPart([at(next)], at('/story'))).toBeUndefined()
    },
  )

  it('does not leave the site', () => {
    expect(nextPart(['https://t.example/story?page=2', 'nonsense'], at('/story'))).toBeUndefined()
  })
})
