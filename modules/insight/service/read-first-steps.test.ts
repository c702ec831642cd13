import { transact } from '@mosty/kernel/db';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantFacts } from '../store/facts.fixture.ts';
import { readFirstSteps } from './read-first-steps.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
});
afterAll(async () => {
  await world.close();
  await db.drop();
});

async function done(): Promise<string[]> {
  const { steps } = await readFirstSteps(world.contextOf('owner'));
  return steps.filter((step) => step.done).map(({ step }) => step);
}

it('every step is ticked by its own fact and by nothing else (S0.1)', async () => {
  expect(await done()).toEqual([]);
  await transact(world.system, (tx) =>
    sql`UPDATE identity.workspace SET legal_name = 'ООО «Мосты»' WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(
      tx.db,
    ),
  );
  expect(await done()).toEqual(['company']);
  await transact(world.system, (tx) =>
    plantFacts(tx, {
      partners: [{ id: 'par_one', name: 'Вектор' }],
      clients: [{ id: 'cus_one', name: 'Ромашка' }],
    }),
  );
  expect(await done()).toEqual(['company', 'partners', 'clients']);
  const agreement = {
    id: 'agr_one',
    partnerId: 'par_one',
    class: 'partner_sales',
    acceptedAt: '2026-01-10T09:00:00Z',
    launchedOn: '2026-01-10',
  } as const;
  const at = '2026-02-01T09:00:00Z';
  await transact(world.system, (tx) =>
    plantFacts(tx, {
      agreements: [agreement],
      sales: [{ id: 'sal_one', clientId: 'cus_one', at, minor: 10_000 }],
    }),
  );
  expect(await done()).toEqual(['company', 'partners', 'clients', 'sales']);
  const { id: agreementId, partnerId, class: reporting } = agreement;
  await transact(world.system, (tx) =>
    plantFacts(tx, {
      accruals: [
        { id: 'acr_one', saleId: 'sal_one', partnerId, agreementId, class: reporting, at, minor: 1_000 },
      ],
    }),
  );
  expect(await done()).toEqual(['company', 'partners', 'clients', 'sales', 'accrual']);
  expect((await readFirstSteps(world.contextOf('analyst'))).allDone).toBe(false);
});

it('is not for people of a partner', async () => {
  await expect(readFirstSteps(world.contextOf('partner_owner'))).rejects.toMatchObject({
    code: 'identity.not_permitted',
  });
});
