// The text of a page that is nothing until its script has run.
import type { Story } from '../story.ts'

export const nightTrain: Story = {
  title: 'Why the night train stops in a field',
  byline: 'Hanneke Dorr',
  publishedAt: '2026-01-19T21:15:00Z',
  siteName: 'Slow Lines',
  lang: 'en',
  description:
    'At 3.12 every morning a sleeper halts for nine minutes where there is no platform. It is the most punctual event on the line.',
  blocks: [
    'At twelve minutes past three, most mornings of the year, the sleeper from the coast comes to a stand beside a beet field outside Wernow and stays there for nine minutes. There is no platform. There is a signal, a gate, and a box with a telephone in it that has not been connected since the line was electrified.',
    'Passengers who wake at that moment tend to assume that something has gone wrong, and lie listening for footsteps. Nothing has gone wrong. The stop is in the working timetable, in a column that travellers are never shown, and it has been there for fifty-eight years.',
    {
      kind: 'figure',
      image: '/images/sleeper',
      alt: 'A long dark train standing beside a field under a clear night sky',
      caption: 'Car 14 at the Wernow signal, photographed with an exposure of three minutes.',
      credit: 'Hanneke Dorr',
      lazy: 'data-src',
    },
    { kind: 'heading', text: 'Two railways, one wire' },
    'The reason lies under the ground. On one side of the gate the overhead wire carries current from the western grid, and on the other from the eastern. The two were never quite in step. Between them hang two hundred metres of dead wire, and a train must coast across it with its motors off and its current collectors down.',
    'A fast train does it without noticing. The sleeper, which is the heaviest train on the line and by that hour is climbing, would arrive at the far end at little more than walking pace; and in the winter of 1967 it did not arrive at all. It stopped in the middle, under dead wire, with two hundred people and no heating, until a goods engine could be found to push.',
    'So the timetable was changed. The train now halts short of the gap, waits for an engine that comes out from Wernow to stand behind it, is pushed across without ever being coupled, and goes on. The engine drops back. From inside you feel a nudge, as if somebody had leaned on the bed.',
    {
      kind: 'figure',
      image: '/images/signal',
      alt: 'A signal post with one white light, a gate and a small locked box',
      caption: 'The box at the signal. Its telephone has been silent since electrification.',
      credit: 'Hanneke Dorr',
      lazy: 'loading',
    },
    { kind: 'heading', text: 'The man with the lamp' },
    'For thirty-one of those years the pushing was done by Aurel Szabo, who lives in the last house before the field and is retired now. He never met anyone from the train. He knew it by its windows. “There is always one light on,” he says. “Always a different one. I used to wonder who it was that could not sleep, and then I would go home and I could not either.”',
    'A new substation is to be finished in two years, the wires will be brought into step, and the stop will be struck out of the column that nobody reads. The sleeper will be nine minutes early at its terminus. The railway has not decided what to do with the nine minutes. It thinks that it may leave them in, at the end, with the doors closed, so that people can sleep.',
  ],
}
