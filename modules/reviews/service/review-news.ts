import type { Id } from '@mosty/kernel/id';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import { defineNotice, tell, type Audience } from '@mosty/notices';
import type { Waiting } from '../store/waiting.ts';

defineNotice('reviews.quarter_assembled', {
  kind: 'plans',
  title: { ru: 'Квартальные разборы собраны', en: 'The quarterly reviews are assembled' },
  text: {
    ru: 'Ждут вас: {{count}}. Провести до {{dueOn}}.',
    en: 'They wait for you: {{count}}. To be held by {{dueOn}}.',
  },
});
defineNotice('reviews.quarter_late', {
  kind: 'plans',
  title: { ru: 'Квартальные разборы просрочены', en: 'Quarterly reviews are overdue' },
  text: {
    ru: 'Не проведены: {{count}}. Срок был {{dueOn}}.',
    en: 'Not held: {{count}}. They were due on {{dueOn}}.',
  },
});
defineNotice('reviews.signature_late', {
  kind: 'plans',
  title: { ru: 'Квартальный разбор всё ещё ждёт подписи', en: 'A quarterly review still waits to be signed' },
  text: {
    ru: 'Срок был {{dueOn}}. Прочитайте решение и подпишите.',
    en: 'It was due on {{dueOn}}. Read the decision and sign.',
  },
});

/** Whoever leads these partners; of those nobody leads, the heads. */
const leading = (memberId: Id<'member'> | null): Audience => (memberId ? [memberId] : { roles: ['head'] });

/** One piece of news for a whole quarter: nobody reads four hundred of them. */
export async function tellAssembled(
  tx: Tx,
  quarter: BusinessDate,
  waiting: readonly Waiting[],
): Promise<void> {
  for (const { ownerMemberId, dueOn, count } of waiting)
    await tell(tx, {
      code: 'reviews.quarter_assembled',
      to: leading(ownerMemberId),
      params: { count, dueOn: { day: dueOn } },
      path: '/reviews?state=open',
      onceKey: `${quarter} ${dueOn} ${ownerMemberId ?? 'nobody'}`,
    });
}

export async function tellOverdue(tx: Tx, waiting: readonly Waiting[]): Promise<void> {
  for (const { ownerMemberId, dueOn, count } of waiting)
    await tell(tx, {
      code: 'reviews.quarter_late',
      to: leading(ownerMemberId),
      params: { count, dueOn: { day: dueOn } },
      path: '/reviews',
      onceKey: `${dueOn} ${ownerMemberId ?? 'nobody'}`,
    });
}

export function tellSignatureLate(
  tx: Tx,
  review: { readonly id: string; readonly partnerId: Id<'partner'>; readonly dueOn: BusinessDate },
): Promise<void> {
  return tell(tx, {
    code: 'reviews.signature_late',
    to: { partnerId: review.partnerId },
    subject: review.id,
    params: { dueOn: { day: review.dueOn } },
    path: `/portal/reviews/${review.id}`,
    onceKey: review.id,
  });
}
