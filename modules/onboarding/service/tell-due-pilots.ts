import type { Round } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { businessDateOf } from '@mosty/kernel/time';
import { defineNotice, tell } from '@mosty/notices';
import { pilotsToDecide } from '../store/pilots.ts';

defineNotice('onboarding.pilot_to_decide', {
  kind: 'conveyor',
  title: { ru: 'Пилот закончился и ждёт решения', en: 'A pilot is over and waits for a verdict' },
  text: {
    ru: '«{{partner}}»: последний день был {{endsOn}}.',
    en: '“{{partner}}”: its last day was {{endsOn}}.',
  },
});

/** Whoever leads the partner hears once that the pilot's days are over. Safe to repeat. */
export function tellDuePilots(ctx: Context): Promise<number> {
  return transact(ctx, async (tx) => {
    const due = await pilotsToDecide(tx, businessDateOf(tx.now(), tx.zone));
    for (const { id, partnerId, partnerName, endsOn } of due)
      await tell(tx, {
        code: 'onboarding.pilot_to_decide',
        to: { keeperOf: partnerId },
        subject: id,
        params: { partner: partnerName, endsOn: { day: endsOn } },
        path: `/pilots/${id}`,
        onceKey: id,
      });
    return due.length;
  });
}

export const lookForDuePilots: Round = { name: 'onboarding.tell_due_pilots', run: tellDuePilots };
