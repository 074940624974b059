// A blog post.
import type { Story } from '../story.ts'

export const shoebox: Story = {
  title: 'I replaced my inbox with a shoebox',
  byline: 'Pia Novotna',
  publishedAt: '2024-09-21T18:05:00+00:00',
  siteName: 'Small Machines',
  lang: 'en-US',
  description: 'Ninety days of answering letters on paper, what it cost, and the one habit I kept.',
  blocks: [
    'In June I printed an auto-reply, so to speak. Anyone who wrote to my public address got one line back: I read post, here is where I live. Then I turned off the notifications, put a shoebox on the shelf by the door, and waited to see who would bother.',
    'I want to be honest about why. It was not a stand against anything. I had caught myself, on a train, refreshing an empty list of messages with my thumb, eleven times between two stations. I counted because the woman opposite was counting too, out loud, in Portuguese.',
    {
      kind: 'figure',
      image: '/images/shoebox',
      alt: 'A green shoebox on a shelf with a few envelopes standing in it',
      caption: 'The box after the first week: four letters and a seed catalogue.',
      credit: 'Photo by me',
      lazy: 'loading',
    },
    { kind: 'heading', text: 'What arrived' },
    'In ninety days I got fifty-three letters. Before, I got about two hundred messages a day, so you could say that three months of the old life fitted into a slow morning of the new one. Here is the whole of it, sorted by what the writer wanted:',
    {
      kind: 'table',
      caption: 'Fifty-three letters, June to September',
      head: ['Kind', 'Letters', 'Answered', 'Median days to answer'],
      rows: [
        ['Questions about the loom kit', '21', '21', '6'],
        ['Corrections to old posts', '9', '7', '11'],
        ['Just saying hello', '14', '14', '9'],
        ['Offers to buy this website', '2', '0', 'never'],
        ['Unreadable', '7', '3', '15'],
      ],
    },
    'The corrections surprised me. By email a correction is a sentence with a link. On paper nobody sends you one sentence, it would look rude lying there in the middle of the page, so they go on, and somewhere on the second side they tell you how they found the mistake. I learned more about warp tension from those nine letters than from two years of comments.',
    { kind: 'heading', text: 'What it cost' },
    {
      kind: 'list',
      ordered: false,
      items: [
        'Stamps: about sixty dollars, counting the two parcels I sent by accident.',
        'One job, possibly. A museum wrote, waited eight days and asked someone else.',
        'My handwriting, which turned out to be gone and had to be rebuilt from the letter a.',
        'An argument with my sister, who does not own envelopes and considers this a matter of principle.',
      ],
    },
    'I should also say that it is a privilege to be hard to reach. My work can wait a week. If you run a clinic, or have children at a school that changes its mind at seven in the morning, please do not take advice from a person with a shoebox.',
    {
      kind: 'quote',
      text: 'I am writing this at the kitchen table because that is where the pen is. I do not think I have sat here without eating something since we moved in.',
      source: 'Letter 31',
    },
    { kind: 'heading', text: 'What I kept' },
    'The experiment ended on Friday and I have turned the machine back on. I kept one thing. Every message that deserves more than a line I now print, and put in the box, and answer on Sunday with a pot of tea, by email like everyone else. The reply goes off at the speed of light after sitting in cardboard for four days.',
    'It turns out that the slowness never was in the post. It was in the box. If you try it, and I think you might like it, start with the box and leave out the stamps.',
  ],
}
