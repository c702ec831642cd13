import * as directory from '@mosty/directory/contract';
import { mature, settleSales } from '@mosty/incentives';
import * as incentives from '@mosty/incentives/contract';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import * as lifecycle from '@mosty/lifecycle/contract';
import * as onboarding from '@mosty/onboarding/contract';
import * as recruiting from '@mosty/recruiting/contract';
import * as tracking from '@mosty/tracking/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { percentScheme } from '../api/scheme.ts';
import {
  agree,
  answerCheck,
  approach,
  ask,
  beginWay,
  chooseScenario,
  draftPilot,
  isShut,
  move,
  passLaunch,
  reply,
  stageOf,
  verifyCheck,
  type Way,
} from './whole-way.fixture.ts';

let way: Way;
let partnerId: Id<'partner'>;
let agreementId: string;
beforeAll(async () => {
  way = await beginWay();
}, 120_000);
afterAll(() => way?.close());

test('by the self-serve path the check opens by itself with the last thing verified, nobody presses (S0.21)', async () => {
  const { head } = way;
  partnerId = await way.surveyed('СравниСофт', 'scaled');
  await approach(way, partnerId);
  await move(head, partnerId, 'talking');
  way.on('2026-03-05');
  await reply(way, partnerId);
  await ask(recruiting.answerClass, head, {
    params: { partnerId },
    body: {
      experience: 'none',
      readyToTell: false,
      bringsClients: true,
      jointGoals: [],
      answerable: 'people_and_terms',
    },
  });
  await move(head, partnerId, 'checking');
  way.on('2026-03-10');
  await answerCheck(way, partnerId);
  expect(await stageOf(head, partnerId)).toBe('checking');
  await verifyCheck(way, partnerId);
  expect(await stageOf(head, partnerId)).toBe('approved');
});

test('expectations, launch and pilot are asked of it like of anybody', async () => {
  const { head } = way;
  const params = { partnerId };
  way.on('2026-03-16');
  await ask(directory.setRequisites, head, {
    params,
    body: {
      country: 'RU',
      legalForm: 'sole_proprietor',
      legalName: 'ИП Ёлкина Мария',
      taxNumber: '500100732259',
    },
  });
  agreementId = await agree(way, partnerId, {
    class: 'partner_sales',
    kind: 'affiliate',
    startsOn: '2026-03-16',
  });
  await percentScheme(way.world, {
    agreementIds: [agreementId],
    ratePpm: 100_000,
    from: businessDate('2026-03-16'),
  });
  await ask(onboarding.planLaunch, head, { params, body: { kind: 'affiliate', firstStepOn: '2026-03-17' } });
  expect(await stageOf(head, partnerId)).toBe('launch');
  way.on('2026-03-18');
  await passLaunch(way, partnerId);
  await chooseScenario(way, partnerId);
  const pilotId = await draftPilot(way, partnerId, '2026-03-18');
  await ask(onboarding.lockPilot, head, { params: { pilotId } });
  await move(head, partnerId, 'pilot');
  await isShut(head, partnerId, 'working', ['pilot_met']);

  // What it lives by: a code of its own, told with the sale.
  await ask(tracking.createCode, head, { body: { agreementId, code: 'SRAVNI', kind: 'referral' } });
  way.on('2026-03-20');
  await sell('S1', '2026-03-20', 5_000);
  way.on('2026-04-01');
  await ask(onboarding.decidePilot, head, {
    params: { pilotId },
    body: { verdict: 'scale', note: 'Работает' },
  });
  expect(await stageOf(head, partnerId)).toBe('working');
});

test('while it is new, money above the start waits for a person who looked, and then goes on (S0.17)', async () => {
  const { head, world } = way;
  const theirs = await world.contextOfPartner(partnerId);
  expect((await ask(incentives.listAccruals, theirs)).items).toMatchObject([{ amountMinor: 50_000 }]);
  expect((await ask(lifecycle.readOwnLimits, theirs)).limit).toMatchObject({
    because: ['start'],
    accruedMinorMax: 5_000_000,
  });
  way.on('2026-04-02');
  await sell('S2', '2026-04-02', 600_000);
  await way.settle();
  const states = async () =>
    Object.fromEntries(
      (await ask(incentives.listAccruals, theirs)).items.map(({ amountMinor, state }) => [
        amountMinor,
        state,
      ]),
    );
  expect(await states()).toMatchObject({ '6000000': 'on_hold' });
  await ask(lifecycle.liftLimits, head, {
    params: { partnerId },
    body: { reason: 'Посмотрели площадку: обзоры настоящие' },
  });
  await mature.run(world.system);
  expect((await ask(lifecycle.readOwnLimits, theirs)).limit).toBeNull();
  expect(await states()).toEqual({ '50000': 'approved', '6000000': 'approved' });
});

/** A payment that names the code of the partner. */
async function sell(externalId: string, day: string, roubles: number): Promise<void> {
  await settleSales(way.world.system, {
    source: 'shop',
    sales: [
      {
        externalId,
        clientExternalId: 'C1',
        clientName: 'Склад',
        namedCode: 'SRAVNI',
        occurredAt: new Date(`${day}T05:00:00Z`),
        currency: 'RUB',
        amountMicro: BigInt(roubles) * 100_000_000n,
      },
    ],
  });
}
