import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAgreement } from '@mosty/agreements';
import { createPartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import type { Operation } from '@mosty/kernel/operation';
import { businessDate } from '@mosty/kernel/time';
import { askOf, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import * as api from './contract.ts';
import { scenariosRoutes } from './http.ts';

let database: TestDatabase;
let world: World;
let manager: Context;
const agreements: Record<string, string> = {};

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  manager = world.contextOf('manager');
  const day = businessDate('2026-01-01');
  for (const [name, kind] of [
    ['Вектор', 'agent'],
    ['Учётный двор', 'integrator'],
    ['Советник', 'consultant'],
  ] as const) {
    const partner = await createPartner(world.system, { name });
    const { id } = await openAgreement(world.system, {
      partnerId: partner.id,
      class: 'partner_sales',
      kind,
      startsOn: day,
      signedOn: day,
      launchedOn: day,
    });
    agreements[name] = id;
  }
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const ask = askOf(scenariosRoutes);

const told = {
  task: 'Открыть второй магазин',
  title: 'Второй магазин за месяц',
  audience: '',
  moment: '',
  words: '',
  faster: '',
  lessWork: '',
  lowerRisk: '',
};
const seats = () => [
  { role: 'source', does: 'зовёт нас на встречу', agreementId: agreements['Вектор'] },
  { role: 'implement', does: 'переносит учёт', agreementId: null },
];

describe('a scenario (S3.15, S3.23)', () => {
  it('says who does what and where somebody is wanting; a gap is closed by a suggested partner (S0.24, S3.16, S3.18)', async () => {
    const made = await ask(api.createScenario, manager, { body: { ...told, seats: seats() } });
    expect(made.warnings.map(({ code }) => code)).toEqual(['gap']);
    expect(made.seats.map(({ partner }) => partner?.name ?? null)).toEqual(['Вектор', null]);
    const params = { scenarioId: made.id, position: 2 };
    const { items } = await ask(api.suggestPartners, manager, { params });
    expect(items.map(({ partner }) => partner.name)).toEqual(['Учётный двор']);
    const whole = await ask(api.coverSeat, manager, {
      params,
      body: { agreementId: items[0]?.agreementId },
    });
    expect(whole.warnings).toEqual([]);
    const listed = await ask(api.listScenarios, manager, {
      query: { limit: 50 },
    });
    expect(listed.items.map(({ id }) => id)).toContain(made.id);
    const withGaps = await ask(api.listScenarios, manager, {
      query: { limit: 50, show: 'gaps' },
    });
    expect(withGaps.items.map(({ id }) => id)).not.toContain(made.id);
  });

  it('is changed as a whole, put away and brought back; nothing is lost', async () => {
    const made = await ask(api.createScenario, manager, { body: { ...told, seats: seats() } });
    const params = { scenarioId: made.id };
    const changed = await ask(api.changeScenario, manager, {
      params,
      body: {
        ...told,
        title: 'Третий магазин',
        seats: [...seats(), { role: 'expertise', does: 'считает налоги' }],
      },
    });
    expect([changed.title, changed.seats.length]).toEqual(['Третий магазин', 3]);
    const away = await ask(api.archiveScenario, manager, { params, body: { archived: true } });
    expect(away.archivedAt).not.toBeNull();
    const back = await ask(api.archiveScenario, manager, { params, body: { archived: false } });
    expect([back.archivedAt, back.seats.length]).toEqual([null, 3]);
  });

  it('refuses what is not there, with words that say what', async () => {
    const made = await ask(api.createScenario, manager, { body: { ...told, seats: seats() } });
    const refused = (operation: Operation, input: Record<string, unknown>) =>
      expect(ask(operation, manager, input)).rejects;
    await refused(api.readScenario, {
      params: { scenarioId: world.ids.next('scenario', new Date()) },
    }).toMatchObject({
      code: 'scenarios.scenario_unknown',
    });
    await refused(api.coverSeat, {
      params: { scenarioId: made.id, position: 9 },
      body: { agreementId: null },
    }).toMatchObject({ code: 'scenarios.seat_unknown' });
    await refused(api.putDealIntoScenario, {
      params: { scenarioId: made.id, dealId: world.ids.next('deal', new Date()) },
    }).toMatchObject({ code: 'scenarios.deal_unknown' });
  });

  it('is read by those who may read and written by those who may write', async () => {
    await expect(
      ask(api.createScenario, world.contextOf('analyst'), { body: { ...told, seats: seats() } }),
    ).rejects.toMatchObject({ kind: 'not_permitted' });
    const other = await testWorkspace(database, { seed: 2_000 });
    const { items } = await ask(api.listScenarios, other.contextOf('manager'), {
      query: { limit: 50 },
    });
    expect(items).toEqual([]);
    await other.close();
  });
});
