import { z } from 'zod'

/**
 * Whose a paper seems to be that is not from the IRS: a tax agency of a state or a city, somebody who collects debts, a
 * bank, an advertiser, whoever wrote an email, or the person who got the letters. `words`: what on the paper says so.
 */
export const OtherSender = z.object({
  kind: z.enum(['state', 'collector', 'bank', 'advertiser', 'own', 'email']),
  words: z.string().max(200),
})
export type OtherSender = z.infer<typeof OtherSender>
