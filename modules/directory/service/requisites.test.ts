import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import type { Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { FREEZE_HOURS } from '../contract/requisites.ts';
import { tellFacesWhenRequisitesChanged } from '../reactions/tell-faces-when-requisites-changed.ts';
import { proveByCode } from '@mosty/identity';
import { createPartner } from './create-partner.ts';
import { addFace } from './faces.ts';
import { sendRequisitesCode } from './send-requisites-code.ts';
import { currentRequisites, setRequisites, verifyRequisites } from './requisites.ts';

let world: World;
beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
});
afterAll(() => world?.close());

const details = {
  country: 'RU',
  legalForm: 'ooo',
  legalName: 'ООО «Вектор»',
  taxNumber: '0000000000',
  fields: { kpp: '1' },
};

describe('requisites', () => {
  it('the first version freezes nothing, a changed account freezes payouts, an untouched one does not', async () => {
    const partner = await createPartner(world.system, { name: 'Счета' });
    const set = (bank: Record<string, string>) =>
      setRequisites(world.system, { ...details, partnerId: partner.id, bank });
    expect((await set({ account: '1' })).frozenUntil).toBeNull();
    const moved = await set({ account: '2' });
    expect(moved.frozenUntil).toEqual(new Date(world.clock.now().getTime() + FREEZE_HOURS * 3_600_000));
    expect((await set({ account: '2' })).frozenUntil).toBeNull();
    const current = await look(world.system, (tx) => currentRequisites(tx, [partner.id]));
    expect(current.get(partner.id)?.version).toBe(3);
  });

  it('whoever wrote them does not verify them; finance does, once, and says why not', async () => {
    const partner = await createPartner(world.system, { name: 'Проверка' });
    const owner = world.contextOf('owner');
    const mine = await setRequisites(owner, { ...details, partnerId: partner.id, bank: {} });
    await expect(
      verifyRequisites(owner, { requisitesId: mine.id, verdict: 'verified' }),
    ).rejects.toMatchObject({ code: 'identity.two_people' });
    const finance = world.contextOf('finance');
    await expect(
      verifyRequisites(finance, { requisitesId: mine.id, verdict: 'rejected' }),
    ).rejects.toMatchObject({ code: 'directory.rejection_needs_note' });
    expect((await verifyRequisites(finance, { requisitesId: mine.id, verdict: 'verified' })).verdict).toBe(
      'verified',
    );
    await expect(
      verifyRequisites(finance, { requisitesId: mine.id, verdict: 'verified' }),
    ).rejects.toMatchObject({ code: 'directory.requisites_decided' });
  });

  it('the database itself refuses one person for both, and any rewrite', async () => {
    const partner = await createPartner(world.system, { name: 'База' });
    const written = await setRequisites(world.system, { ...details, partnerId: partner.id, bank: {} });
    const attempt = (statement: (tx: Tx) => Promise<unknown>) => transact(world.system, statement);
    await expect(
      attempt((tx) =>
        sql`INSERT INTO directory.requisites_verdict VALUES (${tx.workspaceId}::uuid, ${written.id}, ${partner.id}, 'verified', NULL, ${written.createdBy}, ${written.createdBy}, now())`.execute(
          tx.db,
        ),
      ),
    ).rejects.toThrow('requisites_two_people');
    await expect(
      attempt((tx) => sql`UPDATE directory.requisites SET legal_name = 'Другой'`.execute(tx.db)),
    ).rejects.toThrow();
  });

  it('a change is told to the faces of both sides, even when the partner’s own person made it, who proves it by a code to the contact known before', async () => {
    const partner = await createPartner(world.system, { id: world.partnerId, name: 'Письма' });
    await addFace(world.system, {
      partnerId: partner.id,
      side: 'ours',
      name: 'Мария',
      email: 'maria@our.ru',
    });
    await addFace(world.system, {
      partnerId: partner.id,
      side: 'theirs',
      name: 'Анна',
      email: 'anna@their.ru',
    });
    const theirs = world.contextOf('partner_owner');
    await setRequisites(theirs, { ...details, partnerId: partner.id, bank: { account: '1' } });
    const moved = { ...details, partnerId: partner.id, bank: { account: '2' } };
    await expect(setRequisites(theirs, moved)).rejects.toMatchObject({ code: 'identity.proof_needed' });
    const { sentTo } = await sendRequisitesCode(theirs, { partnerId: partner.id });
    expect(sentTo).toBe('an***@their.ru');
    const code = await codeFor('anna@their.ru');
    await expect(proveByCode(theirs, { code: '00000000' === code ? '1' : '00000000' })).rejects.toMatchObject(
      {
        code: 'identity.wrong_proof_code',
      },
    );
    await proveByCode(theirs, { code });
    world.clock.set(new Date(world.clock.now().getTime() + 11 * 60_000));
    await expect(setRequisites(theirs, moved)).rejects.toMatchObject({ code: 'identity.proof_needed' });
    await sendRequisitesCode(theirs, { partnerId: partner.id });
    await proveByCode(theirs, { code: await codeFor('anna@their.ru') });
    await setRequisites(theirs, moved);
    const letters = await transact(world.system, async (tx) => {
      const events = await changesOf(tx, partner.id);
      await tellFacesWhenRequisitesChanged.run(tx, events);
      return (
        await sql<{
          to: string;
        }>`SELECT to_email AS to FROM identity.outbox_message WHERE kind = 'requisites_changed' ORDER BY 1`.execute(
          tx.db,
        )
      ).rows;
    });
    expect(letters).toEqual([{ to: 'anna@their.ru' }, { to: 'maria@our.ru' }]);
  });
});

/** What the last letter with a code says. */
async function codeFor(to: string): Promise<string> {
  const { rows } = await look(world.system, (tx) =>
    sql<{ body: string }>`
      SELECT body FROM identity.outbox_message
      WHERE workspace_id = ${tx.workspaceId}::uuid AND kind = 'proof_code' AND to_email = ${to}
      ORDER BY created_at DESC LIMIT 1`.execute(tx.db),
  );
  return /^\d{8}$/m.exec(rows[0]?.body ?? '')?.[0] ?? '';
}

async function changesOf(tx: Tx, partnerId: string) {
  const { rows } = await sql<Parameters<typeof tellFacesWhenRequisitesChanged.run>[1][number]>`
    SELECT seq, id, type, at, body FROM kernel.event WHERE type = 'requisites.changed' AND body ->> 'partnerId' = ${partnerId} ORDER BY seq`.execute(
    tx.db,
  );
  return rows;
}
