import * as z from 'zod';
import { operation } from '@mosty/kernel/operation';

/**
 * From an empty company to the first accrual, in the order in which one step makes the next work: a file of partners
 * names their scheme, and a sale is priced by the scheme of its day.
 */
export const FIRST_STEPS = ['company', 'scheme', 'partners', 'clients', 'sales', 'accrual'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

export const readFirstSteps = operation({
  id: 'readFirstSteps',
  method: 'GET',
  path: '/first-steps',
  summary: 'Which of the first steps are behind: read from the facts themselves, nothing is ticked by hand',
  tag: 'insight',
  permission: 'channel.read',
  answer: z.object({
    steps: z.array(z.object({ step: z.enum(FIRST_STEPS), done: z.boolean() })).readonly(),
    allDone: z.boolean(),
  }),
});
