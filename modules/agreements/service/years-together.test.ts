import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPartner } from '@mosty/directory';
import { businessDate } from '@mosty/kernel/time';
import { askOf, testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { getStanding } from '../contract.ts';
import { agreementsRoutes } from '../http.ts';
import { endAgreement } from './end-agreement.ts';
import { openAgreement } from './open-agreement.ts';

let world: World;
const ask = askOf(agreementsRoutes);

beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
  await createPartner(world.system, { id: world.partnerId, name: 'Посол' });
});
afterAll(() => world?.close());

const signed = (day: string) =>
  openAgreement(world.system, {
    partnerId: world.partnerId,
    class: 'partner_sales',
    kind: 'ambassador',
    number: day,
    startsOn: businessDate(day),
    signedOn: businessDate(day),
    launchedOn: businessDate(day),
  });

it('the years of a partner begin with its first agreement and outlive it (S1.60)', async () => {
  const { id: agreementId } = await signed('2019-03-02');
  await signed('2025-05-01');
  const since = async () =>
    (await ask(getStanding, world.contextOf('head'), { params: { partnerId: world.partnerId } }))
      .partnerSince;
  expect(await since()).toBe('2019-03-02');
  await endAgreement(world.contextOf('head'), { agreementId, reason: 'заменён новым' });
  expect(await since()).toBe('2019-03-02');
});
