import * as deals from '@mosty/deals/contract';
import * as directory from '@mosty/directory/contract';
import * as recruiting from '@mosty/recruiting/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agree, ask, beginWay, isShut, move, stageOf, type Way } from './whole-way.fixture.ts';

let way: Way;
beforeAll(async () => {
  way = await beginWay();
}, 120_000);
afterAll(() => way?.close());

test('S2.7: a client who tells others goes by the referral path, and only with a result of its own', async () => {
  const { head, world } = way;
  const name = 'Чайная «Лист»';
  const partnerId = await way.heard(name, 'referral');
  await isShut(head, partnerId, 'approved', ['client_proven', 'class_decided']);
  const { id: clientId } = await ask(directory.createClient, head, {
    body: { name, externalId: 'C1', email: 'list@example.test' },
  });
  await ask(directory.updatePartner, head, { params: { partnerId }, body: { email: 'list@example.test' } });
  const sale = { externalId: 'S1', clientExternalId: 'C1', currency: 'RUB', amountMinor: 490_000 };
  await ask(deals.recordSale, world.system, {
    body: { sales: [{ ...sale, occurredAt: '2026-03-01T09:00:00Z' }] },
  });
  await ask(recruiting.answerClass, head, {
    params: { partnerId },
    body: {
      experience: 'paid_with_result',
      readyToTell: true,
      bringsClients: false,
      jointGoals: [],
      answerable: 'people_and_terms',
    },
  });
  await isShut(head, partnerId, 'approved', ['client_proven']);
  way.on('2026-03-05');
  await ask(directory.confirmResult, head, {
    params: { clientId },
    body: { evidence: 'Инвентаризация за день', satisfied: true, consents: true },
  });
  await move(head, partnerId, 'approved');
  await isShut(head, partnerId, 'agreed', [
    'expectations_accepted',
    'code_accepted',
    'faces_set',
    'pd_consent',
  ]);
  await agree(way, partnerId, { class: 'referral', kind: 'client', clientId, startsOn: '2026-03-05' });
  expect(await stageOf(head, partnerId)).toBe('agreed');
  await move(head, partnerId, 'working');
  expect(await stageOf(head, partnerId)).toBe('working');
});
