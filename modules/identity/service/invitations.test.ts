import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { look, transact } from '@mosty/kernel/db';
import { acceptInvitation, openInvitation } from './accept-invitation.ts';
import { addMember } from './add-member.ts';
import { contextOfMember } from './context.ts';
import { createSignIn } from './create-sign-in.ts';
import { inviteMember, type InviteMember } from './invite-member.ts';
import { membershipsOf } from '../store/looks-across.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const PASSWORD = 'три зелёных моста';
let world: World;
let from: { clock: World['clock']; ids: World['ids'] };

beforeAll(async () => {
  world = await testWorkspace(await testDatabase(), { connections: 8 });
  from = { clock: world.clock, ids: world.ids };
});
afterAll(() => world?.close());

async function invite(
  input: Omit<InviteMember, 'name'>,
  as: 'owner' | 'head' = 'owner',
): Promise<{ id: string; token: string }> {
  const invitation = await inviteMember(world.contextOf(as), { ...input, name: 'Новый человек' });
  const { rows } = await look(world.system, (tx) =>
    sql<{ body: string }>`
      SELECT body FROM identity.outbox_message WHERE workspace_id = ${tx.workspaceId}::uuid AND to_email = ${input.email}
      ORDER BY id DESC LIMIT 1`.execute(tx.db),
  );
  return { id: invitation.id, token: /invitations\/([\w-]+)/.exec(rows[0]?.body ?? '')?.[1] ?? '' };
}

const accept = (token: string, password: string | undefined = PASSWORD, userId: string | null = null) =>
  acceptInvitation(world.database, { token, name: 'Ольга', password, userId }, from);

describe('an invitation', () => {
  it('makes its person a member with the role it names', async () => {
    const { token } = await invite({ email: 'olga@mosty.test', role: 'finance' });
    expect(await openInvitation(world.database, token, from)).toMatchObject({
      invitedBy: 'owner',
      hasSignIn: false,
    });
    const { email, workspaceId } = await accept(token);
    const { rows } = await look(world.system, (tx) =>
      sql<{ id: string; user_id: string }>`
        SELECT id, user_id FROM identity.member WHERE workspace_id = ${tx.workspaceId}::uuid AND email = ${email}`.execute(
        tx.db,
      ),
    );
    const found = await membershipsOf(world.database, rows[0]?.user_id ?? '');
    expect(found).toEqual([{ workspaceId, id: rows[0]?.id }]);
    const ctx = await contextOfMember(world.database, workspaceId, rows[0]?.id ?? '', from);
    expect(ctx.actor).toMatchObject({ type: 'person', role: 'finance', partnerId: null });
  });

  it('works once, even when two use it at the same moment', async () => {
    const { token } = await invite({ email: 'pair@mosty.test', role: 'manager' });
    const both = await Promise.allSettled([accept(token), accept(token)]);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    await expect(accept(token)).rejects.toMatchObject({ code: 'identity.invitation_used' });
  });

  it('ends after seven days, when withdrawn, and when the address is invited again', async () => {
    const late = await invite({ email: 'late@mosty.test', role: 'manager' });
    world.clock.advance(7 * 86_400_000);
    await expect(accept(late.token)).rejects.toMatchObject({ code: 'identity.invitation_expired' });
    const again = await invite({ email: 'late@mosty.test', role: 'analyst' });
    await expect(accept(late.token)).rejects.toMatchObject({ code: 'identity.no_invitation' });
    await withdrawInvitation(world.contextOf('head'), { invitationId: again.id as never });
    await expect(accept(again.token)).rejects.toMatchObject({ code: 'identity.no_invitation' });
  });

  it('keeps its token in the letter only', async () => {
    const { token } = await invite({ email: 'hash@mosty.test', role: 'manager' });
    expect(token).toHaveLength(43);
    const { rows } = await look(world.system, (tx) =>
      sql`SELECT 1 FROM identity.invitation WHERE token_hash = ${token}`.execute(tx.db),
    );
    expect(rows).toEqual([]);
    await expect(accept(`${token.slice(0, -1)}_`)).rejects.toMatchObject({ code: 'identity.no_invitation' });
  });

  it('to somebody who signs in already asks them to sign in: the letter does not prove who holds it', async () => {
    const userId = await transact(world.system, (tx) =>
      createSignIn(tx, { name: 'Пётр', email: 'petr@mosty.test', password: PASSWORD }),
    );
    const { token } = await invite({ email: 'petr@mosty.test', role: 'manager' });
    await expect(accept(token)).rejects.toMatchObject({ code: 'identity.sign_in_first' });
    await expect(accept(token, undefined, 'somebody-else')).rejects.toMatchObject({
      code: 'identity.sign_in_first',
    });
    await accept(token, undefined, userId);
    expect(await membershipsOf(world.database, userId)).toHaveLength(1);
  });

  it('does not take a weak password', async () => {
    const { token } = await invite({ email: 'weak@mosty.test', role: 'manager' });
    await expect(accept(token, '1234567890')).rejects.toMatchObject({ code: 'identity.password_common' });
    await accept(token);
  });

  it('to be an owner comes from an owner only', async () => {
    await expect(invite({ email: 'boss@mosty.test', role: 'owner' }, 'head')).rejects.toMatchObject({
      code: 'identity.owners_only',
    });
    await expect(
      inviteMember(world.contextOf('manager'), { email: 'x@mosty.test', name: 'X', role: 'voice' }),
    ).rejects.toMatchObject({
      code: 'identity.not_permitted',
    });
  });

  it('to a partner’s person names the partner, and to others none', async () => {
    await expect(invite({ email: 'p@mosty.test', role: 'partner_staff' })).rejects.toMatchObject({
      code: 'identity.partner_role_needs_partner',
    });
    await expect(
      invite({ email: 'p@mosty.test', role: 'manager', partnerId: world.partnerId }),
    ).rejects.toMatchObject({
      code: 'identity.partner_role_needs_partner',
    });
  });

  it('is not sent from a demo company, nor to who is here already', async () => {
    const demo = await testWorkspace(await testDatabase(), { isDemo: true });
    await expect(
      inviteMember(demo.contextOf('owner'), { email: 'x@mosty.test', name: 'X', role: 'voice' }),
    ).rejects.toMatchObject({
      code: 'identity.demo_only_looks',
    });
    await demo.close();
    await addMember(world.system, { name: 'Здесь', email: 'here@mosty.test', role: 'voice' });
    await expect(invite({ email: 'Here@mosty.test', role: 'voice' })).rejects.toMatchObject({
      code: 'identity.member_exists',
    });
  });
});
