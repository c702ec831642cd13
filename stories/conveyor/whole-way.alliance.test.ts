import * as recruiting from '@mosty/recruiting/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  agree,
  approach,
  ask,
  beginWay,
  isShut,
  move,
  reply,
  stageOf,
  type Way,
} from './whole-way.fixture.ts';

let way: Way;
beforeAll(async () => {
  way = await beginWay();
}, 120_000);
afterAll(() => way?.close());

test('S2.21: an ally goes from a name heard to working by common goals, every gate shut until it has its own', async () => {
  const { head } = way;
  const partnerId = await way.heard('Касса-Техно', 'alliance');
  await isShut(head, partnerId, 'talking', ['why_you', 'partner_value']);
  await approach(way, partnerId);
  await move(head, partnerId, 'talking');
  way.on('2026-03-05');
  await isShut(head, partnerId, 'approved', ['partner_replied', 'alliance_goals']);
  await reply(way, partnerId);
  await isShut(head, partnerId, 'approved', ['alliance_goals']);
  await ask(recruiting.setGoal, head, {
    params: { partnerId },
    body: {
      kind: 'product_or_event',
      gain: 'both',
      aim: 'Общий сценарий склада',
      proof: 'Двадцать клиентов пользуются обоими',
      reviewOn: '2026-06-01',
    },
  });
  await move(head, partnerId, 'approved');
  way.on('2026-03-10');
  await isShut(head, partnerId, 'agreed', [
    'expectations_accepted',
    'code_accepted',
    'faces_set',
    'pd_consent',
  ]);
  await agree(way, partnerId, { class: 'alliance', kind: 'ally', startsOn: '2026-03-10' });
  expect(await stageOf(head, partnerId)).toBe('agreed');
  await move(head, partnerId, 'working');
  expect(await stageOf(head, partnerId)).toBe('working');
});
