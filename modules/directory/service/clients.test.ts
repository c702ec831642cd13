import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { changeKeeper } from './change-keeper.ts';
import { createClient } from './clients.ts';
import { confirmResult } from './confirm-result.ts';
import { createPartner } from './create-partner.ts';
import { noteFirstPayments, resetFirstPayments } from './note-first-payments.ts';

let world: World;
beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
});
afterAll(() => world?.close());

describe('the keeper of a client', () => {
  const keptAt = (ctx: Context, clientId: string, at: Date) =>
    look(ctx, async (tx) => {
      const { rows } = await sql<{ partner: string | null }>`
        SELECT partner_id AS partner FROM directory.v_keeping
        WHERE workspace_id = ${tx.workspaceId}::uuid AND client_id = ${clientId} AND since <= ${at} AND (until IS NULL OR ${at} < until)`.execute(
        tx.db,
      );
      return rows.map((row) => row.partner);
    });

  it('changes with a reason, from a moment on; sales before it stay with whom they were', async () => {
    const [a, b, c] = await Promise.all(['А', 'Б', 'В'].map((name) => createPartner(world.system, { name })));
    const client = await createClient(world.system, { name: 'Клиент' });
    const head = world.contextOf('head');
    const day = (date: number) => new Date(Date.UTC(2026, 1, date));
    const give = (partner: typeof a, since: Date) =>
      changeKeeper(head, { clientId: client.id, partnerId: partner?.id ?? null, since, reason: 'передали' });
    await give(a, day(1));
    await give(b, day(10));
    expect(await keptAt(head, client.id, day(5))).toEqual([a?.id]);
    expect(await keptAt(head, client.id, day(10))).toEqual([b?.id]);
    await give(c, day(5));
    expect(await keptAt(head, client.id, day(3))).toEqual([a?.id]);
    expect(await keptAt(head, client.id, day(12))).toEqual([c?.id]);
    await give(undefined, day(20));
    expect(await keptAt(head, client.id, day(21))).toEqual([null]);
    expect(await keptAt(head, client.id, day(19))).toEqual([c?.id]);
  });

  it('is not changed by a manager, nor to the same, nor in the future', async () => {
    const partner = await createPartner(world.system, { name: 'Тот же' });
    const client = await createClient(world.system, { name: 'Клиент 2' });
    const change = { clientId: client.id, partnerId: partner.id, reason: 'почему' };
    await expect(changeKeeper(world.contextOf('manager'), change)).rejects.toMatchObject({
      kind: 'not_permitted',
    });
    await expect(
      changeKeeper(world.system, { ...change, since: new Date('2027-01-01') }),
    ).rejects.toMatchObject({ code: 'directory.keeper_in_future' });
    await changeKeeper(world.system, change);
    await expect(changeKeeper(world.system, change)).rejects.toMatchObject({
      code: 'directory.keeper_unchanged',
    });
  });
});

describe('the result of a client (S2.7)', () => {
  it('is confirmed only after a payment: access is no experience (S2.9, S2.16)', async () => {
    const client = await createClient(world.system, { name: 'Выпускник' });
    const yes = { clientId: client.id, evidence: 'письмо от 1 марта', satisfied: true, consents: true };
    await expect(confirmResult(world.contextOf('manager'), yes)).rejects.toMatchObject({
      code: 'directory.client_never_paid',
    });
    await transact(world.system, (tx) =>
      noteFirstPayments(tx, [{ clientId: client.id, occurredAt: tx.now() }]),
    );
    const confirmed = await confirmResult(world.contextOf('manager'), yes);
    expect(confirmed).toMatchObject({ satisfied: true, resultEvidence: 'письмо от 1 марта' });
    expect(
      (await confirmResult(world.contextOf('manager'), { ...yes, consents: false })).consentAt,
    ).toBeNull();
  });

  it('an undone import takes the payment back', async () => {
    const client = await createClient(world.system, { name: 'Отменённый' });
    const paidAt = await transact(world.system, async (tx) => {
      await noteFirstPayments(tx, [{ clientId: client.id, occurredAt: tx.now() }]);
      await resetFirstPayments(tx, [{ clientId: client.id, occurredAt: null }]);
      const { rows } = await sql<{
        at: Date | null;
      }>`SELECT first_paid_at AS at FROM directory.client WHERE id = ${client.id}`.execute(tx.db);
      return rows[0]?.at;
    });
    expect(paidAt).toBeNull();
  });
});
