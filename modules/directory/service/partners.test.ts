import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import type { Id } from '@mosty/kernel/id';
import { look } from '@mosty/kernel/db';
import { verifyAudit } from '@mosty/kernel/audit';
import { searchPatterns } from '../domain/search-patterns.ts';
import { partnersById } from '../store/partners.ts';
import { searchDirectory } from '../store/search.ts';
import { archivePartner, restorePartner } from './archive-partner.ts';
import { createClient } from './clients.ts';
import { createPartner } from './create-partner.ts';
import { addFace, removeFace, updateFace } from './faces.ts';
import { importClients } from './import-clients.ts';
import { setRequisites } from './requisites.ts';
import { updatePartner } from './update-partner.ts';

let world: World;
beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
});
afterAll(() => world?.close());

describe('who keeps a partner', () => {
  it('a manager keeps the partners they write down, and only reads those of another', async () => {
    const manager = world.contextOf('manager');
    const other = await world.another('manager');
    const partner = await createPartner(manager, { name: 'Вектор' });
    expect(partner.ownerMemberId).toBe(manager.actor.id);
    await expect(
      updatePartner(other, { partnerId: partner.id, fields: { city: 'Омск' } }),
    ).rejects.toMatchObject({
      code: 'directory.partner_of_another_manager',
    });
    expect(
      (await updatePartner(world.contextOf('head'), { partnerId: partner.id, fields: { city: 'Омск' } }))
        .city,
    ).toBe('Омск');
  });

  it('only the head gives a partner to somebody else', async () => {
    const partner = await createPartner(world.contextOf('manager'), { name: 'Отдать' });
    const other = await world.another('manager');
    const give = { partnerId: partner.id, fields: { ownerMemberId: other.actor.id as Id<'member'> } };
    await expect(updatePartner(world.contextOf('manager'), give)).rejects.toMatchObject({
      code: 'directory.head_gives_partners',
    });
    expect((await updatePartner(world.contextOf('head'), give)).ownerMemberId).toBe(other.actor.id);
  });

  it('an owner who is not of the company is refused', async () => {
    const nobody = world.ids.next('member', world.clock.now());
    await expect(createPartner(world.system, { name: 'Чей', ownerMemberId: nobody })).rejects.toMatchObject({
      code: 'directory.member_unknown',
    });
  });
});

describe('a partner', () => {
  it('left-out fields stay, null clears, and the journal keeps names of fields, not people’s data', async () => {
    const partner = await createPartner(world.system, {
      name: 'Поля',
      email: 'Ivan@Example.ru',
      phone: '+7 000 1',
      externalId: 'X-1',
    });
    const changed = await updatePartner(world.system, {
      partnerId: partner.id,
      fields: { phone: null, purpose: 'ведёт курсы' },
    });
    expect(changed).toMatchObject({
      email: 'ivan@example.ru',
      phone: null,
      purpose: 'ведёт курсы',
      externalId: 'X-1',
    });
    const journal = await look(world.system, (tx) =>
      sql<{
        change: unknown;
      }>`SELECT change FROM kernel.audit WHERE workspace_id = ${tx.workspaceId}::uuid AND subject = ${partner.id}`.execute(
        tx.db,
      ),
    );
    expect(JSON.stringify(journal.rows)).not.toContain('ivan@');
    expect(JSON.stringify(journal.rows)).toContain('phone');
  });

  it('an external id belongs to one', async () => {
    await createPartner(world.system, { name: 'Первый', externalId: 'SAME' });
    await expect(createPartner(world.system, { name: 'Второй', externalId: 'SAME' })).rejects.toMatchObject({
      code: 'directory.external_id_taken',
    });
  });

  it('is put away and taken back', async () => {
    const partner = await createPartner(world.system, { name: 'Архив' });
    world.clock.advance(1_000);
    expect(
      (await archivePartner(world.system, { partnerId: partner.id, reason: 'дубль' })).archivedAt,
    ).toEqual(world.clock.now());
    expect((await restorePartner(world.system, { partnerId: partner.id })).archivedAt).toBeNull();
  });

  it('does not introduce itself (S1.42)', async () => {
    const partner = await createPartner(world.system, { name: 'Сам' });
    await expect(
      updatePartner(world.system, { partnerId: partner.id, fields: { introducedByPartnerId: partner.id } }),
    ).rejects.toMatchObject({
      code: 'directory.introduced_itself',
    });
  });
});

describe('faces of both sides (S0.62)', () => {
  it('each side has one main person: the first, or whoever is named later', async () => {
    const partner = await createPartner(world.system, { name: 'С лицами' });
    const anna = await addFace(world.system, {
      partnerId: partner.id,
      side: 'theirs',
      name: 'Анна',
      replyHours: 4,
    });
    const boris = await addFace(world.system, {
      partnerId: partner.id,
      side: 'theirs',
      name: 'Борис',
      isMain: true,
    });
    expect([anna.isMain, boris.isMain]).toEqual([true, true]);
    const back = await updateFace(world.system, { faceId: anna.id, fields: { absentUntil: '2026-04-01' } });
    expect(back).toMatchObject({ isMain: false, absentUntil: '2026-04-01', replyHours: 4 });
    await removeFace(world.system, { faceId: boris.id });
    await expect(updateFace(world.system, { faceId: boris.id, fields: { name: 'Б' } })).rejects.toMatchObject(
      { code: 'directory.face_unknown' },
    );
  });

  it('a colleague is on our side only', async () => {
    const partner = await createPartner(world.system, { name: 'Свои' });
    const memberId = world.member('manager').id;
    await expect(
      addFace(world.system, { partnerId: partner.id, side: 'theirs', name: 'Мария', memberId }),
    ).rejects.toMatchObject({
      code: 'directory.member_is_ours',
    });
  });
});

describe('search', () => {
  const find = (typed: string) =>
    look(world.system, async (tx) => {
      const patterns = searchPatterns(typed);
      return patterns ? (await searchDirectory(tx, patterns, 8)).map((found) => found.name) : [];
    });

  beforeAll(async () => {
    await createPartner(world.system, { name: 'Ёлкин Дом', externalId: 'CRM-42', taxNumber: '7700112233' });
    await createClient(world.system, { name: 'Оранж' });
  });

  it.each([
    ['елкин', 'Ёлкин Дом'],
    ['yolkin dom', 'Ёлкин Дом'],
    ['7700112233', 'Ёлкин Дом'],
    ['crm-42', 'Ёлкин Дом'],
    ['oranzh', 'Оранж'],
  ])('«%s» finds «%s»', async (typed, name) => {
    expect(await find(typed)).toContain(name);
  });

  it('signs a pattern would understand are letters like any other', async () => {
    expect(await find('%')).toEqual([]);
    expect(await find('_')).toEqual([]);
  });
});

describe('people of a partner', () => {
  it('see their own partner, faces, clients and requisites, and nothing of others', async () => {
    const mine = await createPartner(world.system, {
      id: world.partnerId,
      name: 'Мой партнёр',
      externalId: 'MINE',
    });
    const other = await createPartner(world.system, { name: 'Чужой', externalId: 'OTHER' });
    for (const partner of [mine, other]) {
      await addFace(world.system, { partnerId: partner.id, side: 'theirs', name: 'Лицо' });
      await setRequisites(world.system, {
        partnerId: partner.id,
        country: 'RU',
        legalForm: 'ooo',
        legalName: 'ООО',
        fields: {},
        bank: {},
      });
    }
    await importClients(world.system, [
      { externalId: 'mine', name: 'Наш клиент', keeperPartnerExternalId: 'MINE' },
      { externalId: 'other', name: 'Чужой клиент', keeperPartnerExternalId: 'OTHER' },
    ]);
    const seen = await look(world.contextOf('partner_owner'), async (tx) => {
      const count = async (table: string, column: string) =>
        (
          await sql<{
            partner: string;
          }>`SELECT DISTINCT ${sql.ref(column)} AS partner FROM ${sql.table(`directory.${table}`)}`.execute(
            tx.db,
          )
        ).rows;
      return [
        await count('partner', 'id'),
        await count('face', 'partner_id'),
        await count('client', 'keeper_partner_id'),
        await count('requisites', 'partner_id'),
        await count('keeping', 'partner_id'),
      ];
    });
    const own = [{ partner: mine.id }];
    expect(seen).toEqual([own, own, own, own, []]);
    expect(await look(world.contextOf('partner_staff'), (tx) => partnersById(tx, [other.id]))).toEqual([]);
  });

  it('every change stands in an unbroken journal', async () => {
    expect((await look(world.system, verifyAudit)).brokenAt).toBeNull();
  });
});
