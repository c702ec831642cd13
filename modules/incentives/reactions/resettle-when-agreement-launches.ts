import * as z from 'zod';
import { defineReaction } from '@mosty/kernel/events';
import { resettleBeforeLaunch } from '../service/resettle-open.ts';

const bodySchema = z.looseObject({ partnerId: z.string() });

/**
 * A client brought while its partner was still preparing paid before the agreement was in force: nobody was credited. On
 * the first day of the agreement what was paid since it began is the partner's, so that no early result is lost.
 */
export const resettleWhenAgreementLaunches = defineReaction({
  name: 'incentives.resettle-when-agreement-launches',
  on: ['agreement.launched'],
  async run(tx, events) {
    await resettleBeforeLaunch(tx, [...new Set(events.map(({ body }) => bodySchema.parse(body).partnerId))]);
  },
});
