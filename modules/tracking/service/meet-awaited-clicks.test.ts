import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureClients } from '@mosty/directory';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import type { Click } from '../domain/click.ts';
import { insertClicks, makeClickMonths } from '../store/clicks.ts';
import { bindVisitors } from './bind-visitors.ts';
import { keepClicks } from './keep-clicks.ts';
import { meetAwaitedClicks } from './meet-awaited-clicks.ts';

const AT = new Date('2026-03-01T10:00:00Z');
let world: World;
beforeAll(async () => {
  world = await testWorkspace(await testDatabase(), { startAt: AT });
});
afterAll(() => world?.close());

const clickOf = (visitorId: string): Click => ({
  id: world.ids.next('click', AT),
  linkId: 'lnk_00000000000000000000000001' as Id<'link'>,
  partnerId: 'par_00000000000000000000000001' as Id<'partner'>,
  agreementId: 'agr_00000000000000000000000001' as Id<'agreement'>,
  visitorId,
  clickedAt: AT,
  verdict: 'human',
  why: 'person',
  ipHash: null,
  country: null,
  userAgent: null,
  referrerHost: null,
  destination: 'https://shop.example/',
  utm: null,
  yclid: null,
  erid: null,
  inApp: null,
  consented: true,
});
const client = async (externalId: string) => {
  const clients = await transact(world.system, (tx) => ensureClients(tx, [{ externalId }]));
  return clients.get(externalId)?.id ?? '';
};
const bound = () =>
  look(world.system, async (tx) => {
    const { rows } = await sql<{ client: string; visitor: string }>`
      SELECT client_id AS client, visitor_id AS visitor FROM tracking.visitor_client ORDER BY bound_at, visitor_id`.execute(
      tx.db,
    );
    return rows;
  });
const toldOf = (clientId: string) =>
  look(world.system, async (tx) => {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM kernel.event
      WHERE workspace_id = ${tx.workspaceId}::uuid AND type = 'visitor.bound' AND body->'clientIds' ? ${clientId}`.execute(
      tx.db,
    );
    return rows[0]?.n;
  });

test('a click that the loader missed is met by the round; one that never comes is awaited no more', async () => {
  const clientId = await client('C1');
  const click = clickOf('v1');
  await transact(world.system, (tx) =>
    bindVisitors(tx, [
      { clickId: click.id, clientId, at: AT },
      { clickId: 'clk_nobody', clientId, at: AT },
    ]),
  );
  expect(await bound()).toEqual([]);
  await transact(world.system, async (tx) => {
    await makeClickMonths(tx, AT, AT);
    await insertClicks(tx, [click]);
  });
  await meetAwaitedClicks.run(world.system);
  expect(await bound()).toEqual([{ client: clientId, visitor: 'v1' }]);
  expect(await toldOf(clientId)).toBe(1);
  const awaited = () =>
    look(world.system, (tx) => sql`SELECT click_id FROM tracking.awaited_click`.execute(tx.db));
  expect((await awaited()).rows).toEqual([{ click_id: 'clk_nobody' }]);
  world.clock.advance(31 * 86_400_000);
  await meetAwaitedClicks.run(world.system);
  expect((await awaited()).rows).toEqual([]);
});

test('a click of a browser that was bound before it came is told of: what was decided meanwhile is looked at again', async () => {
  const clientId = await client('C2');
  await transact(world.system, (tx) => bindVisitors(tx, [{ visitorId: 'v2', clientId, at: AT }]));
  expect(await toldOf(clientId)).toBe(1);
  await keepClicks(world.system, [clickOf('v2')]);
  expect(await toldOf(clientId)).toBe(2);
});
