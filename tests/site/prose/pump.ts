// A thread in a forum: several people, one after another, the answer somewhere in the middle.

export type Post = { readonly author: string; readonly at: string; readonly paragraphs: readonly string[] }

export const thread = {
  title: 'Humming noise after replacing the circulation pump (solved)',
  siteName: 'Boiler Room Forum',
  lang: 'en',
} as const

export const posts: readonly Post[] = [
  {
    author: 'ketteringtom',
    at: '2025-10-03T19:22:00Z',
    paragraphs: [
      'Last weekend I replaced the circulation pump on a fifteen-year-old oil boiler, same model, same size, and since then the pipe in the hallway hums at night. It is a steady note, roughly the G below middle C, and it stops within a second when the pump stops.',
      'I have bled every radiator twice, and the pressure is 1.4 bar cold. The old pump was silent until the day it died. What am I missing?',
    ],
  },
  {
    author: 'Rosalind B',
    at: '2025-10-03T20:41:00Z',
    paragraphs: [
      'Is the new one set to constant pressure? They come from the factory on the highest curve. At night, when most of the valves have closed, all of that pressure has nowhere to go and the one pipe that is still open sings.',
    ],
  },
  {
    author: 'ketteringtom',
    at: '2025-10-04T07:03:00Z',
    paragraphs: [
      'It was on the highest curve. I turned it down to the middle one and the note dropped by about a tone, but it is still there.',
    ],
  },
  {
    author: 'old_flux',
    at: '2025-10-04T08:30:00Z',
    paragraphs: [
      'Look at the brackets. The new generation of that pump is three hundred grams lighter, so the pipe resonates at a different pitch, and if the hallway run is clipped hard to a stud wall then the wall is your loudspeaker. Hold the pipe with your hand while it hums; if the note dies, that is what it is.',
      'A strip of felt inside each clip is enough. Do not use foam, it hardens within a year.',
    ],
  },
  {
    author: 'ketteringtom',
    at: '2025-10-05T17:48:00Z',
    paragraphs: [
      'That was it. I held the pipe and the whole house went quiet. Three clips, one old felt hat, an hour of work. My wife says it is the first useful thing that hat has done.',
      'For anyone who finds this later: turn the curve down first, then look at the clips nearest to the bedroom.',
    ],
  },
]
