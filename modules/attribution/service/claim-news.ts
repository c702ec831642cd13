import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { defineNotice, tell } from '@mosty/notices';

defineNotice('attribution.claim_opened', {
  kind: 'deals',
  title: { ru: 'Спор о клиенте ждёт решения', en: 'A claim waits for a decision' },
  text: { ru: 'Ответить нужно до {{respondBy}}.', en: 'It has to be answered by {{respondBy}}.' },
});
defineNotice('attribution.contested_of_us', {
  kind: 'deals',
  title: { ru: 'О вашем клиенте спорят', en: 'Your client is contested' },
  text: { ru: 'Добавьте то, что знаете, до {{respondBy}}.', en: 'Add what you know by {{respondBy}}.' },
});
defineNotice('attribution.claim_settled', {
  kind: 'deals',
  title: { ru: 'Спор о клиенте решён', en: 'A claim is settled' },
  text: { ru: 'Решение и его причина – у сделки.', en: 'The decision and its reason stand with the deal.' },
});
defineNotice('attribution.claim_withdrawn', {
  kind: 'deals',
  title: { ru: 'Спор о клиенте отозван', en: 'A claim is withdrawn' },
  text: { ru: 'Решать больше нечего: всё осталось как было.', en: 'Nothing to decide: all stays as it was.' },
});
defineNotice('attribution.contest_withdrawn', {
  kind: 'deals',
  title: { ru: 'О вашем клиенте больше не спорят', en: 'Your client is no longer contested' },
  text: { ru: 'Спор отозван, всё осталось как было.', en: 'The claim was withdrawn, all stays as it was.' },
});

interface About {
  readonly id: Id<'claim'>;
  readonly partnerIds: readonly string[];
}

/** Heads decide it; whoever else is named may answer. Whoever opened it is not told of their own deed. */
export async function tellClaimOpened(tx: Tx, claim: About & { readonly respondBy: string }): Promise<void> {
  const params = { respondBy: { day: claim.respondBy } };
  await tell(tx, {
    code: 'attribution.claim_opened',
    to: { roles: ['owner', 'head'] },
    subject: claim.id,
    params,
    path: `/claims/${claim.id}`,
  });
  for (const partnerId of claim.partnerIds)
    await tell(tx, {
      code: 'attribution.contested_of_us',
      to: { partnerId: partnerId as Id<'partner'> },
      subject: claim.id,
      params,
      path: '/portal/deals',
    });
}

export async function tellClaimSettled(tx: Tx, claim: About): Promise<void> {
  for (const partnerId of claim.partnerIds)
    await tell(tx, {
      code: 'attribution.claim_settled',
      to: { partnerId: partnerId as Id<'partner'> },
      subject: claim.id,
      path: '/portal/deals',
    });
}

/** Whoever heard that it began hears that it is over. */
export async function tellClaimWithdrawn(tx: Tx, claim: About): Promise<void> {
  await tell(tx, {
    code: 'attribution.claim_withdrawn',
    to: { roles: ['owner', 'head'] },
    subject: claim.id,
    path: `/claims/${claim.id}`,
  });
  for (const partnerId of claim.partnerIds)
    await tell(tx, {
      code: 'attribution.contest_withdrawn',
      to: { partnerId: partnerId as Id<'partner'> },
      subject: claim.id,
      path: '/portal/deals',
    });
}
