// Imported before all else: the window's policy forbids making code from text, and zod would try to as soon as a schema is made.
import { z } from 'zod'

z.config({ jitless: true })
