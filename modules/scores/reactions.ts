import { defineReaction, type Reaction } from '@mosty/kernel/events';
import * as z from 'zod';
import { scorePartners } from './service/count-scores.ts';

const bodySchema = z.looseObject({ partnerId: z.string().nullish() });

/** What is said of one partner and moves a score at once. Sales come by thousands and wait for the night. */
const scoreWhenEvidenceComes = defineReaction({
  name: 'scores.score-when-evidence-comes',
  on: [
    'promise.settled',
    'partner.moved',
    'thread.moved',
    'statement.resolved',
    'plan.changed',
    'plan.missed',
    'publication.changed',
    'flag.raised',
    'flag.lifted',
    'incident.opened',
    'incident.closed',
  ],
  async run(tx, events) {
    const partnerIds = new Set(events.flatMap((event) => bodySchema.parse(event.body).partnerId ?? []));
    await scorePartners(tx, [...partnerIds]);
  },
});

export const scoresReactions: readonly Reaction[] = [scoreWhenEvidenceComes];
