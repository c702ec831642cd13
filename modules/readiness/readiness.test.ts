import { askOf, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as api from './contract.ts';
import { readinessRoutes } from './http.ts';

const ask = askOf(readinessRoutes);
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

it('of an empty company says what is missing and what nobody has said (S0.1)', async () => {
  const found = await ask(api.readReadiness, world.contextOf('owner'));
  expect(found.pillars.map(({ pillar }) => pillar)).toEqual([...api.PILLARS]);
  // Nothing promised, asked or flagged: nothing of it is late.
  expect(found.met).toBe(3);
  expect(found.warnings.map(({ code }) => code)).toEqual([
    'no_profit_owner',
    'no_department',
    'nobodys_process',
    'service_unknown',
  ]);
});

it('an owner of the profit is a colleague, a figure a number; each answer follows the one before (S3.26)', async () => {
  const say = (question: api.Question, value: string, role: 'head' | 'manager' = 'head') =>
    ask(api.answerQuestion, world.contextOf(role), { params: { question }, body: { value } });
  await expect(say('profit_owner', world.member('partner_owner').id)).rejects.toMatchObject({
    code: 'readiness.member_unknown',
  });
  await expect(say('own_nps', 'хорошо')).rejects.toMatchObject({ code: 'readiness.not_a_number' });
  await expect(say('department', 'sales', 'manager')).rejects.toMatchObject({
    code: 'identity.not_permitted',
  });
  await say('department', 'marketing');
  const after = await say('department', 'partners');
  await Promise.all([say('own_nps', '30'), say('own_nps', '31')]);
  const found = await say('profit_owner', world.member('owner').id);
  expect(after.answers.find(({ question }) => question === 'department')?.value).toBe('partners');
  expect(found.answers.find(({ question }) => question === 'profit_owner')?.name).toBe('owner');
  expect(found.warnings.map(({ code }) => code)).toEqual(['nobodys_process', 'service_unknown']);
});

it('is not for people of a partner', async () => {
  await expect(ask(api.readReadiness, world.contextOf('partner_owner'))).rejects.toMatchObject({
    code: 'identity.not_permitted',
  });
});
