// A recipe.
import type { Story } from '../story.ts'

export const ingredients = [
  '200 g pearl barley',
  '3 large leeks, washed and cut into coins',
  '60 g butter, and a little more for the dish',
  '150 ml dry cider',
  '300 ml vegetable stock',
  '2 teaspoons coarse mustard',
  '120 g hard sheep’s cheese, grated',
  '1 sheet of all-butter puff pastry',
  '1 egg, beaten with a spoonful of milk',
] as const

export const steps = [
  'Rinse the barley until the water runs clear, then simmer it in plenty of salted water for twenty-five minutes and drain it.',
  'Meanwhile melt the butter in a wide pan and cook the leeks in it slowly, with the lid on, until they are soft but still green.',
  'Pour in the cider, turn up the heat, and let it boil down to a couple of spoonfuls before adding the stock and the mustard.',
  'Stir the barley and most of the cheese into the leeks, taste for salt, and tip everything into a buttered dish.',
  'Lay the pastry over the top, brush it with egg, cut two slits for the steam, and scatter the rest of the cheese.',
  'Bake at 200 degrees for thirty-five minutes, until the crust is the colour of a good violin.',
] as const

export const pie: Story = {
  title: 'Barley and leek pie for a cold Sunday',
  byline: 'Gwenllian Parry',
  publishedAt: '2025-02-16T09:00:00+00:00',
  siteName: 'The Back Burner',
  lang: 'en-GB',
  description:
    'A pie that waits for you: barley, leeks and sheep’s cheese under puff pastry. Serves four, or two twice.',
  blocks: [
    'My grandmother made this on days when the hill road was closed, which is to say that she made it from what does not run out: barley, leeks, the end of a cheese. I have changed two things. She used water where I use cider, and she would never have bought pastry.',
    'It is a patient dish. You can stop after the fourth step and leave it under a cloth until somebody is hungry, and it will be better for it.',
    {
      kind: 'figure',
      image: '/images/pie',
      alt: 'A golden pie in an oval dish with one slice taken out',
      caption: 'Leave it for ten minutes before cutting, or the filling will run.',
      credit: 'Gwenllian Parry',
      lazy: 'picture',
    },
    { kind: 'heading', text: 'Ingredients' },
    { kind: 'list', ordered: false, items: ingredients },
    { kind: 'heading', text: 'Method' },
    { kind: 'list', ordered: true, items: steps },
    'Leftovers keep for three days and reheat well in the oven, badly anywhere else. If you have no cider, use a dry white wine and half a grated apple.',
  ],
}
