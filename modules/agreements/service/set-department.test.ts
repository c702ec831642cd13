import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPartner } from '@mosty/directory';
import { businessDate } from '@mosty/kernel/time';
import { takeOver } from '@mosty/lifecycle';
import { askOf, testDatabase, testWorkspace, type World } from '@mosty/testkit';
import * as api from '../contract.ts';
import { agreementRoutes } from '../http/agreements.ts';
import { openAgreement } from './open-agreement.ts';

let world: World;
const ask = askOf(agreementRoutes);

beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
  await createPartner(world.system, { id: world.partnerId, name: 'Банк «Берег»' });
  const { partnerId } = world;
  await takeOver(world.system, { partnerId, path: 'alliance', stage: 'agreed', reason: 'работаем давно' });
});
afterAll(() => world?.close());

const open = (kind: 'ally' | 'agent') =>
  openAgreement(world.system, {
    partnerId: world.partnerId,
    class: kind === 'ally' ? 'alliance' : 'partner_sales',
    kind,
    startsOn: businessDate('2026-03-02'),
  });

it('an alliance may be led by another department than partner sales; which one is written (S2.32)', async () => {
  const head = world.contextOf('head');
  const { id: agreementId } = await open('ally');
  const params = { agreementId };
  expect((await ask(api.getAgreement, head, { params })).department).toBeNull();
  await ask(api.setDepartment, head, { params, body: { department: 'pr' } });
  expect((await ask(api.getAgreement, head, { params })).department).toBe('pr');
});

it('nobody else is asked for a department (S2.32)', async () => {
  const { id: agreementId } = await open('agent');
  await expect(
    ask(api.setDepartment, world.contextOf('head'), {
      params: { agreementId },
      body: { department: 'pr' },
    }),
  ).rejects.toMatchObject({ code: 'agreements.department_of_alliance' });
});
