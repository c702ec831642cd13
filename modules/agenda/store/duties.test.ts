import { acceptAgreement, openAgreement, proposeVersion } from '@mosty/agreements';
import { createPartner } from '@mosty/directory';
import { look } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { takeOver } from '@mosty/lifecycle';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { papers } from './duties.ts';

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

it('an exclusivity that ran out is spoken of for two weeks more, by the day of the company (S1.67)', async () => {
  const { partnerId } = world;
  await createPartner(world.system, { id: partnerId, name: 'Вектор' });
  await takeOver(world.system, { partnerId, path: 'alliance', stage: 'agreed', reason: 'работаем давно' });
  const startsOn = businessDate('2026-03-02');
  const { id: agreementId } = await openAgreement(world.system, {
    partnerId,
    class: 'alliance',
    kind: 'ally',
    startsOn,
  });
  const { version, bodyHash } = await proposeVersion(world.contextOf('manager'), {
    agreementId,
    body: {
      success: 'Пять оплат в квартал',
      whoAnswers: 'У нас Мария, у вас Анна',
      ifItBreaks: 'Созвон за день',
      howCounted: 'По оплаченным счетам',
      promises: [],
      exclusivity: {
        bound: 'theirs',
        subject: 'внедрение в сетях Поволжья',
        inReturn: 'повышенная ставка',
        price: null,
        from: '2026-03-01',
        until: '2026-03-31',
        condition: '',
      },
    },
  });
  for (const [role, side] of [
    ['manager', 'ours'],
    ['partner_owner', 'theirs'],
  ] as const)
    await acceptAgreement(world.contextOf(role), { agreementId, version, bodyHash, side, person: 'Анна' });
  const spokenOf = async (at: string) => {
    world.clock.set(new Date(at));
    return (await look(world.system, papers)).map(({ what, dueOn }) => `${what} ${dueOn}`);
  };
  expect(await spokenOf('2026-03-31T09:00:00Z')).toEqual(['exclusivity 2026-03-31']);
  expect(await spokenOf('2026-04-14T20:30:00Z')).toEqual(['exclusivity 2026-03-31']);
  expect(await spokenOf('2026-04-14T21:30:00Z')).toEqual([]);
});
