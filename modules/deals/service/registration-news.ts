import { partnersById } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import { defineNotice, tell } from '@mosty/notices';
import type { DealRecord } from '../store/deals.ts';

defineNotice('deals.client_handed_over', {
  kind: 'deals',
  title: { ru: 'Партнёр передал клиента и ждёт ответа', en: 'A partner handed over a client and waits' },
  text: { ru: '«{{partner}}» ждёт: принять или объяснить.', en: '“{{partner}}” waits: take it or explain.' },
});
defineNotice('deals.registration_approved', {
  kind: 'deals',
  title: { ru: 'Ваш клиент принят', en: 'Your client is taken' },
  text: {
    ru: 'Клиент закреплён за вами: что дальше – в сделке.',
    en: 'The client is yours: what is next is in the deal.',
  },
});
defineNotice('deals.registration_rejected', {
  kind: 'deals',
  title: { ru: 'Клиента не приняли', en: 'The client was not taken' },
  text: { ru: 'Почему и что можно сделать – в сделке.', en: 'Why, and what can be done, is in the deal.' },
});

type Registered = Pick<DealRecord, 'id' | 'partnerId' | 'registration' | 'ownerMemberId'>;

/** Whoever leads the deal answers; where nobody does yet, whoever leads the partner. */
export async function tellHandedOver(tx: Tx, deal: Registered): Promise<void> {
  if (!deal.partnerId || deal.registration === 'none') return;
  const [partner] = await partnersById(tx, [deal.partnerId]);
  await tell(tx, {
    code: 'deals.client_handed_over',
    to: deal.ownerMemberId ? [deal.ownerMemberId] : { keeperOf: deal.partnerId },
    subject: deal.id,
    params: { partner: partner?.name ?? '' },
    path: `/deals/card/${deal.id}`,
  });
}

export async function tellRegistrationDecided(
  tx: Tx,
  deal: Registered,
  how: 'approved' | 'rejected',
): Promise<void> {
  if (!deal.partnerId) return;
  await tell(tx, {
    code: `deals.registration_${how}`,
    to: { partnerId: deal.partnerId },
    subject: deal.id,
    path: `/portal/deals/${deal.id}`,
  });
}
