// What we ship that others wrote, and on which terms: made when the app is built, shown in About.
import { z } from 'zod'

export const licence = z.object({
  /** As the package registry or, for the engine, its makers call it. */
  name: z.string(),
  version: z.string(),
  /** An SPDX expression. */
  licence: z.string(),
  homepage: z.string().optional(),
  /** The whole text, notices included. */
  text: z.string(),
})
export type Licence = z.infer<typeof licence>
