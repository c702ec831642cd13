import { defineReaction } from '@mosty/kernel/events';
import * as z from 'zod';
import { holdNewAccruals } from '../service/hold-new-accruals.ts';

const created = z.object({
  accruals: z.array(z.object({ accrualId: z.string(), partnerId: z.string() })),
});

export const holdWhileFlagStands = defineReaction({
  name: 'integrity.hold-while-flag-stands',
  on: ['accrual.created'],
  run: (tx, events) =>
    holdNewAccruals(
      tx,
      events.flatMap(({ body }) => created.safeParse(body).data?.accruals ?? []),
    ),
});
