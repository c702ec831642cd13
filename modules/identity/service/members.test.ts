import { afterAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { readAudit } from '@mosty/kernel/audit';
import { look } from '@mosty/kernel/db';
import { changeRole } from './change-role.ts';
import { contextOfMember } from './context.ts';
import { grantMoney } from './grant-money.ts';
import { removeMember } from './remove-member.ts';
import { updateWorkspace } from './update-workspace.ts';

let db: TestDatabase;
let world: World;

beforeEach(async () => {
  db ??= await testDatabase();
  world = await testWorkspace(db);
});
afterEach(() => world.close());
afterAll(() => db?.drop());

const reason = 'Перешёл в другой отдел';

describe('people of a company', () => {
  it('get another role with a reason, and the journal has it', async () => {
    const manager = world.member('manager');
    await changeRole(world.contextOf('head'), { memberId: manager.id, role: 'analyst', reason });
    const ctx = await contextOfMember(world.database, world.workspaceId, manager.id);
    expect(ctx.actor).toMatchObject({ role: 'analyst' });
    const [entry] = await look(world.system, (tx) => readAudit(tx, { subject: manager.id, limit: 1 }));
    expect(entry).toMatchObject({
      verb: 'identity.change_role',
      reason,
      actorId: world.member('head').id,
      change: { from: 'manager', to: 'analyst' },
    });
  });

  it('lose access at once when removed; their name stays in the journal', async () => {
    const manager = world.member('manager');
    await removeMember(world.contextOf('head'), { memberId: manager.id, reason });
    await expect(contextOfMember(world.database, world.workspaceId, manager.id)).rejects.toMatchObject({
      code: 'identity.no_member',
    });
    const again = await removeMember(world.contextOf('head'), { memberId: manager.id, reason });
    expect(again.leftAt).not.toBeNull();
  });

  it('the last owner can neither leave nor step down', async () => {
    const owner = world.member('owner');
    const act = { memberId: owner.id, reason };
    await expect(removeMember(world.contextOf('owner'), act)).rejects.toMatchObject({
      code: 'identity.last_owner',
    });
    await expect(changeRole(world.contextOf('owner'), { ...act, role: 'head' })).rejects.toMatchObject({
      code: 'identity.last_owner',
    });
  });

  it('two owners who remove each other at once leave one', async () => {
    const first = world.contextOf('owner');
    const second = await world.another('owner');
    const both = await Promise.allSettled([
      removeMember(first, { memberId: second.actor.id as never, reason }),
      removeMember(second, { memberId: first.actor.id as never, reason }),
    ]);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('a head does not touch owners or make one', async () => {
    const head = world.contextOf('head');
    await expect(removeMember(head, { memberId: world.member('owner').id, reason })).rejects.toMatchObject({
      code: 'identity.owners_only',
    });
    await expect(
      changeRole(head, { memberId: world.member('head').id, role: 'owner', reason }),
    ).rejects.toMatchObject({
      code: 'identity.owners_only',
    });
  });

  it('a partner’s person does not become one of the company', async () => {
    const act = { memberId: world.member('partner_staff').id, role: 'manager' as const, reason };
    await expect(changeRole(world.contextOf('owner'), act)).rejects.toMatchObject({
      code: 'identity.other_side',
    });
  });

  it('money is granted to a partner’s employee only', async () => {
    const staff = world.member('partner_staff');
    await grantMoney(world.contextOf('head'), { memberId: staff.id, granted: true });
    expect((await contextOfMember(world.database, world.workspaceId, staff.id)).actor).toMatchObject({
      moneyGranted: true,
    });
    await expect(
      grantMoney(world.contextOf('head'), { memberId: world.member('manager').id, granted: true }),
    ).rejects.toMatchObject({
      code: 'identity.money_by_role',
    });
  });

  it('of another company are not found', async () => {
    const other = await testWorkspace(db);
    await expect(
      removeMember(world.contextOf('owner'), { memberId: other.member('manager').id, reason }),
    ).rejects.toMatchObject({
      kind: 'not_found',
    });
    await other.close();
  });
});

describe('the company', () => {
  it('changes what is given and keeps the rest', async () => {
    const after = await updateWorkspace(world.contextOf('owner'), {
      name: 'Мосты',
      zone: 'Asia/Yekaterinburg',
    });
    expect(after).toMatchObject({
      name: 'Мосты',
      zone: 'Asia/Yekaterinburg',
      currency: 'RUB',
      language: 'ru',
    });
    await expect(updateWorkspace(world.contextOf('finance'), { name: 'X' })).rejects.toMatchObject({
      code: 'identity.not_permitted',
    });
  });
});
