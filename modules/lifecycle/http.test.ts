import { createPartner } from '@mosty/directory';
import { askOf, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as api from './contract.ts';
import { lifecycleRoutes } from './http.ts';
import { takeOver } from './service/take-over.ts';
import './service/own-evidence.ts';

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

const ask = askOf(lifecycleRoutes);

test('the board counts each stage, who is there too long, and who was taken as it is (S1.12)', async () => {
  const head = world.contextOf('head');
  const [waits, works] = [
    await createPartner(head, { name: 'Ждёт', city: 'Казань' }),
    await createPartner(head, { name: 'Работает' }),
  ];
  const entry = { params: { partnerId: waits.id }, body: { path: 'standard', source: 'survey' } };
  await expect(ask(api.enterConveyor, head, entry)).resolves.toMatchObject({
    standing: { stage: 'mention', days: 0, norm: 7 },
    can: { changePath: true, takeOver: true, enter: { because: 'lifecycle.already_inside' } },
  });
  await takeOver(head, { partnerId: works.id, path: 'alliance', stage: 'working', reason: 'давно' });
  await ask(api.setNorms, head, { body: { norms: { mention: 3 } } });
  world.clock.set(new Date(world.clock.now().getTime() + 5 * 86_400_000));
  const { columns, takenOver } = await ask(api.readPipeline, world.contextOf('analyst'));
  expect(takenOver).toBe(1);
  expect(columns.filter(({ count }) => count > 0)).toMatchObject([
    { stage: 'mention', count: 1, overdue: 1, norm: 3, cards: [{ name: 'Ждёт', days: 5, takenOver: false }] },
    { stage: 'working', count: 1, overdue: 0, norm: null, cards: [{ name: 'Работает', path: 'alliance' }] },
  ]);
  const found = await ask(api.readPipeline, head, { query: { q: 'жде' } });
  expect(found.columns.reduce((sum, one) => sum + one.count, 0)).toBe(1);
  const steps = await ask(api.readNextSteps, head, { query: { partnerIds: `${waits.id},${works.id}` } });
  expect(steps.items).toEqual([{ partnerId: waits.id, to: 'candidate', missing: 2 }]);
  const list = await ask(api.listStage, head, { query: { stage: 'working' } });
  expect(list.items.map(({ name }) => name)).toEqual(['Работает']);
});

test('whoever was taken over is in no conversion, and a choice without refusals is told to be none (S0.8, S1.54)', async () => {
  const before = await ask(api.readConversion, world.contextOf('head'));
  expect(before.stages.find(({ stage }) => stage === 'mention')).toMatchObject({ entered: 1, stillHere: 1 });
  expect(before.stages.find(({ stage }) => stage === 'working')).toMatchObject({ entered: 0 });
  expect(before.acceptance).toEqual({ decided: 0, approved: 0, sharePpm: null, tooMany: false });
});
