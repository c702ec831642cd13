import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPartner } from '@mosty/directory';
import { readAudit } from '@mosty/kernel/audit';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { listOpenInvitations } from '../store/invitations.ts';
import { listMembers } from '../store/members.ts';
import { grantMoney } from './grant-money.ts';
import { inviteMember } from './invite-member.ts';
import { removeMember } from './remove-member.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

let world: World;
let own: Context;
let partner: Id<'partner'>;
let owner: Id<'member'>;
let staff: Id<'member'>;

beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
  partner = (await createPartner(world.system, { name: 'Вектор' })).id;
  own = await world.contextOfPartner(partner);
  owner = own.actor.id as Id<'member'>;
  staff = (await world.contextOfPartner(partner, 'partner_staff')).actor.id as Id<'member'>;
});
afterAll(() => world?.close());

const anna = { email: 'anna@vector.example', name: 'Анна', role: 'partner_staff' as const };

describe('a partner looks after its own employees', () => {
  it('invites one to itself; the letter is written and the journal has who invited', async () => {
    const invitation = await inviteMember(own, { ...anna, moneyGranted: true });
    expect(invitation).toMatchObject({ role: 'partner_staff', moneyGranted: true, invitedBy: own.actor.id });
    expect(invitation.partnerId).toBe(partner);
    const waiting = await look(own, (tx) => listOpenInvitations(tx, null));
    expect(waiting.map(({ id }) => id)).toEqual([invitation.id]);
    const [entry] = await look(world.system, (tx) => readAudit(tx, { subject: invitation.id, limit: 1 }));
    expect(entry).toMatchObject({ verb: 'identity.invite_member', actorId: own.actor.id });
    expect((await withdrawInvitation(own, { invitationId: invitation.id })).withdrawnAt).not.toBeNull();
  });

  it('neither a second owner, nor anybody of the company, nor to another partner', async () => {
    for (const role of ['partner_owner', 'owner', 'manager'] as const)
      await expect(inviteMember(own, { ...anna, role })).rejects.toMatchObject({
        code: 'identity.employees_only',
      });
    const partnerId = world.ids.next('partner', world.clock.now());
    await expect(inviteMember(own, { ...anna, partnerId })).rejects.toMatchObject({
      code: 'identity.no_partner',
    });
  });

  it('does not withdraw what others sent to the same address, and takes no address that works here', async () => {
    const email = 'future@company.example';
    const ours = await inviteMember(world.contextOf('head'), { email, name: 'Коллега', role: 'manager' });
    await expect(inviteMember(own, { ...anna, email })).rejects.toMatchObject({
      code: 'identity.member_exists',
    });
    const waiting = await look(world.system, (tx) => listOpenInvitations(tx, null));
    expect(waiting.map(({ id }) => id)).toContain(ours.id);
    await expect(inviteMember(own, { ...anna, email: world.member('manager').email })).rejects.toMatchObject({
      code: 'identity.member_exists',
    });
  });

  it('opens money to an employee and ends their access; an owner of the partner is not its to touch', async () => {
    expect((await grantMoney(own, { memberId: staff, granted: true })).moneyGranted).toBe(true);
    expect((await removeMember(own, { memberId: staff, reason: 'Ушёл' })).leftAt).not.toBeNull();
    await expect(removeMember(own, { memberId: owner, reason: 'Сам' })).rejects.toMatchObject({
      code: 'identity.employees_only',
    });
  });

  it('sees nobody of the company, and people of another partner are not found', async () => {
    const here = await look(own, (tx) => listMembers(tx, false));
    expect(here.every(({ role }) => role === 'partner_owner' || role === 'partner_staff')).toBe(true);
    for (const memberId of [world.member('manager').id, world.member('partner_staff').id]) {
      await expect(removeMember(own, { memberId, reason: 'Чужой' })).rejects.toMatchObject({
        kind: 'not_found',
      });
      await expect(grantMoney(own, { memberId, granted: true })).rejects.toMatchObject({
        kind: 'not_found',
      });
    }
    await expect(
      inviteMember(world.contextOf('partner_staff'), { ...anna, email: 'x@vector.example' }),
    ).rejects.toMatchObject({ kind: 'not_permitted' });
  });
});
