import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAgreements } from '@mosty/agreements';
import { recordRefunds, recordSales, reverseSales, type NewSale } from '@mosty/deals';
import { changeKeeper, clientsByExternal, importClients, importPartners } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { attributeRefunds, attributeSales } from './attribute.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let ctx: Context;
const partnerIds: string[] = [];

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  ctx = world.system;
  const partners = await importPartners(ctx, [
    { externalId: 'P1', name: 'Вектор' },
    { externalId: 'P2', name: 'Учётный двор' },
    { externalId: 'P3', name: 'Контакт' },
  ]);
  partnerIds.push(...partners.map((row) => ('id' in row ? row.id : '')));
  const day = businessDate('2026-01-01');
  await openAgreements(
    ctx,
    partnerIds.slice(0, 2).map((partnerId) => ({
      partnerId,
      class: 'partner_sales' as const,
      kind: 'agent' as const,
      startsOn: day,
      signedOn: day,
      launchedOn: day,
    })),
  );
  await importClients(ctx, [{ externalId: 'C1', name: 'Ромашка', keeperPartnerExternalId: 'P2' }]);
});
afterAll(async () => {
  await world.close();
  await db.drop();
});

function sale(externalId: string, over: Partial<NewSale> = {}): NewSale {
  return {
    externalId,
    occurredAt: new Date('2026-02-10T09:00:00Z'),
    currency: 'RUB',
    amountMicro: 100_000_000_000n,
    ...over,
  };
}

async function settle(sales: NewSale[]) {
  const { recorded, known } = await recordSales(ctx, { source: 'test', sales });
  return {
    recorded,
    known,
    attributed: await attributeSales(ctx, { saleIds: recorded.map(({ id }) => id) }),
  };
}

async function whoBrought(externalId: string) {
  const { rows } = await look(ctx, (tx) =>
    sql<{ partner: string; rule: string; code: string }>`
      SELECT n.name AS partner, p.rule, p.reason->>'code' AS code FROM deals.v_sale s
      JOIN attribution.v_participant p ON p.workspace_id = s.workspace_id AND p.sale_id = s.id
      JOIN directory.v_partner n ON n.workspace_id = p.workspace_id AND n.id = p.partner_id
      WHERE s.external_id = ${externalId}`.execute(tx.db),
  );
  return rows;
}

describe('a recorded sale (S2.31)', () => {
  test('goes to the partner the row names, and otherwise to the client’s keeper', async () => {
    const { attributed } = await settle([
      sale('S1', { clientExternalId: 'C1', namedPartner: 'P1' }),
      sale('S2', { clientExternalId: 'C1' }),
      sale('S3', { clientExternalId: 'C9', clientName: 'Новый' }),
      sale('S4', { clientExternalId: 'C1', namedPartner: 'Неизвестный' }),
      sale('S5', { clientExternalId: 'C1', namedPartner: 'Контакт' }),
    ]);
    expect(attributed).toEqual({ credited: 2, uncredited: 2, direct: 1 });
    expect(await whoBrought('S1')).toEqual([
      { partner: 'Вектор', rule: 'explicit_partner', code: 'named_in_row' },
    ]);
    expect(await whoBrought('S2')).toEqual([
      { partner: 'Учётный двор', rule: 'keeper', code: 'keeps_client' },
    ]);
    expect(await whoBrought('S4')).toEqual([]);
  });

  test('is the same sale when it is told again, and says when it is told differently', async () => {
    const again = await settle([
      sale('S1', { clientExternalId: 'C1', namedPartner: 'P2' }),
      sale('S2', { amountMicro: 1n }),
    ]);
    expect(again.recorded).toEqual([]);
    expect(new Map(again.known.map((row) => [row.externalId, row.differs]))).toEqual(
      new Map([
        ['S1', false],
        ['S2', true],
      ]),
    );
    expect(await whoBrought('S1')).toHaveLength(1);
  });

  test('told 20 times at once is recorded once (money.md 10)', async () => {
    const told = await Promise.all(
      Array.from({ length: 20 }, () => settle([sale('S6', { clientExternalId: 'C1' })])),
    );
    expect(told.filter(({ recorded }) => recorded.length === 1)).toHaveLength(1);
    expect(told.every(({ recorded, known }) => recorded.length + known.length === 1)).toBe(true);
  });

  test('is its client’s first only when nothing came before it', async () => {
    await settle([
      sale('F2', { clientExternalId: 'CF', occurredAt: new Date('2026-02-02T00:00:00Z') }),
      sale('F1', { clientExternalId: 'CF', occurredAt: new Date('2026-02-01T00:00:00Z') }),
    ]);
    await settle([sale('F3', { clientExternalId: 'CF', occurredAt: new Date('2026-02-03T00:00:00Z') })]);
    const { rows } = await look(ctx, (tx) =>
      sql<{
        external_id: string;
      }>`SELECT external_id FROM deals.v_sale WHERE is_first AND external_id LIKE 'F%'`.execute(tx.db),
    );
    expect(rows.map((row) => row.external_id)).toEqual(['F1']);
  });
});

describe('a refund', () => {
  test('may come before its sale and finds it later; one that matches nothing waits', async () => {
    const refund = {
      link: 'sale' as const,
      occurredAt: new Date('2026-02-09T00:00:00Z'),
      currency: 'RUB',
      amountMicro: 5_000_000n,
    };
    const first = await recordRefunds(ctx, {
      source: 'test',
      refunds: [
        { ...refund, externalId: 'R1', saleExternalId: 'LATE' },
        { ...refund, externalId: 'R2' },
      ],
    });
    expect(first.recorded.map((row) => row.matched)).toEqual([false, false]);
    const { lateRefundIds } = await recordSales(ctx, { source: 'test', sales: [sale('LATE')] });
    expect(lateRefundIds).toEqual([first.recorded[0]?.id]);
    const again = await recordRefunds(ctx, {
      source: 'test',
      refunds: [{ ...refund, externalId: 'R1', saleExternalId: 'LATE' }],
    });
    expect(again).toMatchObject({ recorded: [], known: [{ externalId: 'R1', differs: false }] });
  });

  test('to a client as a whole is answered for by the client’s keeper', async () => {
    const { recorded } = await recordRefunds(ctx, {
      source: 'test',
      refunds: [
        {
          externalId: 'CR1',
          clientExternalId: 'C1',
          link: 'client',
          occurredAt: new Date('2026-02-11T00:00:00Z'),
          currency: 'RUB',
          amountMicro: 7n,
        },
      ],
    });
    expect(await attributeRefunds(ctx, { refundIds: recorded.map(({ id }) => id) })).toEqual({
      credited: 1,
      uncredited: 0,
      direct: 0,
    });
  });
});

describe('people of a partner', () => {
  test('see the sales they took part in and no others, by row level security', async () => {
    const own = await world.contextOfPartner(partnerIds[0] as never);
    const { rows } = await look(own, (tx) =>
      sql<{ external_id: string }>`SELECT external_id FROM deals.v_sale ORDER BY 1`.execute(tx.db),
    );
    expect(rows.map((row) => row.external_id)).toEqual(['S1']);
    await expect(recordSales(own, { source: 'test', sales: [sale('X')] })).rejects.toMatchObject({
      kind: 'not_permitted',
    });
    await expect(
      transact(own, (tx) =>
        sql`UPDATE deals.sale SET amount_minor = 1 WHERE external_id = 'S1' RETURNING 1`
          .execute(tx.db)
          .then((done) => done.rows.length),
      ),
    ).resolves.toBe(0);
  });
});

test('a reversed sale frees its key, and its refund waits again (decision 6)', async () => {
  const { rows } = await look(ctx, (tx) =>
    sql<{ id: string }>`SELECT id FROM deals.v_sale WHERE external_id = 'LATE'`.execute(tx.db),
  );
  const { reversed, waitingRefundIds } = await reverseSales(ctx, {
    saleIds: rows.map((row) => row.id) as never,
    reason: 'wrong file',
  });
  expect([reversed.length, waitingRefundIds.length]).toEqual([1, 1]);
  const { recorded, lateRefundIds } = await recordSales(ctx, { source: 'test', sales: [sale('LATE')] });
  expect([recorded.length, lateRefundIds.length]).toEqual([1, 1]);
});

describe('a client that was handed over (S2.31)', () => {
  const give = async (to: number | null, since: string) => {
    const client = (await look(ctx, (tx) => clientsByExternal(tx, ['HANDED']))).get('HANDED');
    if (!client) throw new Error('no client');
    const partnerId = to === null ? null : (partnerIds[to] as never);
    await changeKeeper(ctx, { clientId: client.id, partnerId, since: new Date(since), reason: 'передали' });
  };
  const paid = (externalId: string, at: string) =>
    sale(externalId, { clientExternalId: 'HANDED', occurredAt: new Date(at) });

  test('brings each partner the sales of its own days, whenever they are told', async () => {
    world.clock.set(new Date('2026-06-20T09:00:00Z'));
    await importClients(ctx, [{ externalId: 'HANDED', name: 'Переданный', keeperPartnerExternalId: 'P1' }]);
    await give(1, '2026-05-12T12:00:00Z');
    await give(null, '2026-06-01T00:00:00Z');
    // Told in June, all of them.
    await settle([
      paid('H-APRIL', '2026-04-20T09:00:00Z'),
      paid('H-THAT-MORNING', '2026-05-12T09:00:00Z'),
      paid('H-THAT-EVENING', '2026-05-12T15:00:00Z'),
      paid('H-JUNE', '2026-06-10T09:00:00Z'),
    ]);
    const brought = async (id: string) => (await whoBrought(id)).map((row) => row.partner);
    expect(await brought('H-APRIL')).toEqual(['Вектор']);
    expect(await brought('H-THAT-MORNING')).toEqual(['Вектор']);
    expect(await brought('H-THAT-EVENING')).toEqual(['Учётный двор']);
    expect(await brought('H-JUNE')).toEqual([]);
  });

  test('is answered for, when its money comes back, by whoever kept it that day', async () => {
    const { recorded } = await recordRefunds(ctx, {
      source: 'test',
      refunds: ['2026-04-25T00:00:00Z', '2026-05-20T00:00:00Z'].map((at, place) => ({
        externalId: `HR${place}`,
        clientExternalId: 'HANDED',
        link: 'client' as const,
        occurredAt: new Date(at),
        currency: 'RUB',
        amountMicro: 7n,
      })),
    });
    await attributeRefunds(ctx, { refundIds: recorded.map(({ id }) => id) });
    const { rows } = await look(ctx, (tx) =>
      sql<{ name: string }>`
        SELECT n.name FROM attribution.v_participant p
        JOIN deals.v_refund r ON r.workspace_id = p.workspace_id AND r.id = p.refund_id
        JOIN directory.v_partner n ON n.workspace_id = p.workspace_id AND n.id = p.partner_id
        WHERE p.refund_id = ANY(${recorded.map(({ id }) => id)}::text[]) ORDER BY r.occurred_at`.execute(
        tx.db,
      ),
    );
    expect(rows.map((row) => row.name)).toEqual(['Вектор', 'Учётный двор']);
  });
});
