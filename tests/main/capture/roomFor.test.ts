import { describe, expect, it } from 'vitest'
import { roomFor } from '../../../main/capture/roomFor.ts'

describe('the room for what is kept of a page', () => {
  it('is three times what the page has loaded', () => {
    const room = roomFor([''], 1_000)
    expect(room.has(3_100)).toBe(false)
    room.noteKept(2_000)
    expect(room.has(900)).toBe(true)
    expect(room.has(1_001)).toBe(false)
    room.noteLoaded(1_000)
    expect(room.has(4_000)).toBe(true)
  })

  it('counts text as it lies on the disk', () => {
    const room = roomFor(['The same again. '.repeat(1_000)], 1_000)
    expect(room.has(2_500)).toBe(true)
    expect(room.has(2_990)).toBe(false)
  })
})
