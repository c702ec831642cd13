import { transact } from '@mosty/kernel/db';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPartner } from '@mosty/directory';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { defineNotice } from './define-notice.ts';
import { tell } from './tell.ts';

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

defineNotice('proof.happened', {
  kind: 'deals',
  title: { ru: 'Что-то случилось', en: 'Something happened' },
  text: { ru: 'С партнёром «{{partner}}»', en: 'With “{{partner}}”' },
});

it('is told once per key, to those it concerns, and not to whoever did it', async () => {
  const head = world.contextOf('head');
  const { id: partnerId } = await createPartner(world.system, { name: 'Берег' });
  const partner = await world.contextOfPartner(partnerId);
  const say = (ctx: typeof head, to: Parameters<typeof tell>[1]['to'], onceKey?: string) =>
    transact(ctx, (tx) =>
      tell(tx, {
        code: 'proof.happened',
        to,
        subject: partnerId,
        params: { partner: 'Берег' },
        path: '/partners',
        ...(onceKey ? { onceKey } : {}),
      }),
    );
  // A partner's person tells the team: beyond its own rows, in its own transaction.
  await say(partner, { roles: ['head', 'manager'] }, 'one');
  await say(partner, { roles: ['head', 'manager'] }, 'one');
  await say(head, { roles: ['head'] });
  await say(head, { partnerId });
  const { rows } = await transact(world.system, (tx) =>
    sql<{ role: string; told: number }>`
      SELECT m.role, count(*)::int AS told FROM notices.notice n
      JOIN identity.member m ON m.workspace_id = n.workspace_id AND m.id = n.member_id
      GROUP BY m.role ORDER BY m.role`.execute(tx.db),
  );
  expect(rows).toEqual([
    { role: 'head', told: 1 },
    { role: 'manager', told: 1 },
    { role: 'partner_owner', told: 1 },
  ]);
  const own = await transact(partner, (tx) =>
    sql<{ n: number }>`SELECT count(*)::int AS n FROM notices.notice`.execute(tx.db),
  );
  expect(own.rows[0]?.n).toBe(1);
});
