import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { look, transact } from '@mosty/kernel/db';
import { partnersByExternal } from '../store/partners.ts';
import { clientsById } from '../store/clients.ts';
import { clientsByExternal, ensureClients } from './ensure-clients.ts';
import { findPartnersByReference } from './find-partners.ts';
import { importClients } from './import-clients.ts';
import { importPartners } from './import-partners.ts';
import { noteFirstPayments } from './note-first-payments.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
});
afterAll(() => world?.close());

const outcomes = (rows: readonly { outcome: string }[]) => rows.map((row) => row.outcome);

describe('a list of partners', () => {
  it('read a second time adds and changes nothing', async () => {
    const ctx = world.contextOf('manager');
    const rows = Array.from({ length: 300 }, (_, n) => ({
      externalId: `P-${n}`,
      name: `Партнёр ${n}`,
      taxNumber: `00${1_000_000 + n}`,
    }));
    expect(outcomes(await importPartners(ctx, rows))).toEqual(rows.map(() => 'created'));
    expect(outcomes(await importPartners(ctx, rows))).toEqual(rows.map(() => 'unchanged'));
  });

  it('keeps the letter case of external ids, and tells two that differ in it apart', async () => {
    const made = await importPartners(world.system, [
      { externalId: 'Ab', name: 'Один' },
      { externalId: 'aB', name: 'Другой' },
    ]);
    expect(outcomes(made)).toEqual(['created', 'created']);
    const found = await look(world.system, (tx) => partnersByExternal(tx, ['Ab']));
    expect(found.map((partner) => partner.name)).toEqual(['Один']);
  });

  it('takes the fields a row fills and leaves the others as they were', async () => {
    await importPartners(world.system, [{ externalId: 'F', name: 'Поля', email: 'a@b.ru', city: 'Казань' }]);
    const [again] = await importPartners(world.system, [
      { externalId: 'F', name: 'Поля', email: 'C@B.RU', city: '' },
    ]);
    expect(again?.outcome).toBe('updated');
    const [partner] = await look(world.system, (tx) => partnersByExternal(tx, ['F']));
    expect(partner).toMatchObject({ email: 'c@b.ru', city: 'Казань' });
  });

  it('a repeated row updates the earlier one, a broken one is refused with its code and stops nobody', async () => {
    const result = await importPartners(world.system, [
      { externalId: 'R', name: 'Раз' },
      { externalId: 'R', name: 'Раз', city: 'Уфа' },
      { externalId: 'E', name: 'Почта', email: 'не почта' },
      { name: '   ' },
      { externalId: 'G', name: 'Годный' },
    ]);
    expect(outcomes(result)).toEqual(['created', 'updated', 'refused', 'refused', 'created']);
    expect(result[2]).toMatchObject({ code: 'directory.email_malformed' });
    expect(result[3]).toMatchObject({ code: 'directory.name_missing' });
  });

  it('a row without external id finds its partner by name, ё or е, and never guesses between two', async () => {
    await importPartners(world.system, [
      { name: 'Ёлка' },
      { externalId: 'T1', name: 'Тёзка' },
      { externalId: 'T2', name: 'Тёзка' },
    ]);
    const [same, ambiguous] = await importPartners(world.system, [
      { name: '«ЕЛКА»', city: 'Тула' },
      { name: 'Тезка' },
    ]);
    expect(same?.outcome).toBe('updated');
    expect(ambiguous).toMatchObject({ outcome: 'refused', code: 'directory.name_is_ambiguous' });
  });

  it('an external id is given to the only partner of that name without one', async () => {
    const [first] = await importPartners(world.system, [{ name: 'Без номера' }]);
    const [second] = await importPartners(world.system, [{ externalId: 'N-1', name: 'Без номера' }]);
    expect(second).toMatchObject({ outcome: 'updated', id: (first as { id: string }).id });
  });

  it('a sale may name a partner by external id or by name', async () => {
    const found = await look(world.system, (tx) =>
      findPartnersByReference(tx, ['P-7', 'партнер 8', 'никто', 'Тёзка']),
    );
    expect([...found.keys()]).toEqual(['P-7', 'партнер 8']);
  });

  it('an analyst may not load one', async () => {
    await expect(importPartners(world.contextOf('analyst'), [{ name: 'Кто-то' }])).rejects.toMatchObject({
      code: 'identity.not_permitted',
    });
  });
});

describe('a list of clients', () => {
  it('names its keepers by external id or name; an unknown one is refused', async () => {
    const rows = [
      { externalId: 'K1', name: 'Клиент 1', keeperPartnerExternalId: 'P-1' },
      {
        externalId: 'K2',
        name: 'Клиент 2',
        keeperPartnerName: 'партнёр 2',
        keeperSince: new Date('2026-01-10T00:00:00Z'),
      },
      { externalId: 'K3', name: 'Клиент 3', keeperPartnerName: 'Незнакомец' },
      { externalId: 'K4', name: 'Клиент 4' },
    ];
    const result = await importClients(world.system, rows);
    expect(outcomes(result)).toEqual(['created', 'created', 'refused', 'created']);
    expect(result[2]).toMatchObject({ code: 'directory.keeper_unknown', params: { keeper: 'Незнакомец' } });
    const clients = await look(world.system, (tx) => clientsByExternal(tx, ['K1', 'K2', 'K3', 'K4']));
    expect(clients.get('K1')).toMatchObject({ keeperSince: null });
    expect(clients.get('K2')?.keeperSince).toEqual(new Date('2026-01-10T00:00:00Z'));
    expect(clients.has('K3')).toBe(false);
    expect(clients.get('K4')?.keeperPartnerId).toBeNull();
    expect(outcomes(await importClients(world.system, rows))).toEqual([
      'unchanged',
      'unchanged',
      'refused',
      'unchanged',
    ]);
  });

  it('does not take a client from its keeper: that is a decision with a reason', async () => {
    const [taken] = await importClients(world.system, [
      { externalId: 'K1', name: 'Клиент 1', keeperPartnerExternalId: 'P-9' },
    ]);
    expect(taken).toMatchObject({ outcome: 'refused', code: 'directory.client_is_kept' });
  });
});

describe('clients that sales speak of', () => {
  it('are made once, however many sales name them at the same time', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => ({ externalId: `S-${n}` }));
    const crowds = await Promise.all(
      Array.from({ length: 4 }, (_, k) =>
        transact(world.system, (tx) => ensureClients(tx, k % 2 ? [...ids].reverse() : ids)),
      ),
    );
    const idsOf = (crowd: (typeof crowds)[number] | undefined) =>
      new Map([...(crowd ?? [])].map(([key, { id }]) => [key, id]));
    for (const crowd of crowds) expect(idsOf(crowd)).toEqual(idsOf(crowds[0]));
    const [client] = await look(world.system, (tx) => clientsById(tx, [crowds[0]?.get('S-3')?.id ?? '']));
    expect(client?.name).toBe('S-3');
  });

  it('keep the earliest payment ever told (S2.9)', async () => {
    const day = (text: string) => new Date(`${text}T10:00:00Z`);
    const paid = await transact(world.system, async (tx) => {
      const client = (await ensureClients(tx, [{ externalId: 'PAY' }])).get('PAY');
      const clientId = client?.id ?? '';
      await noteFirstPayments(tx, [
        { clientId, occurredAt: day('2026-02-05') },
        { clientId, occurredAt: day('2026-02-03') },
      ]);
      await noteFirstPayments(tx, [{ clientId, occurredAt: day('2026-02-04') }]);
      return (await clientsById(tx, [clientId]))[0]?.firstPaidAt;
    });
    expect(paid).toEqual(day('2026-02-03'));
  });
});
