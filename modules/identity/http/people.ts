import { look, transact } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import {
  changeRole as changeRoleOperation,
  grantMoney as grantMoneyOperation,
  listMembers as listMembersOperation,
  removeMember as removeMemberOperation,
} from '../contract/members.ts';
import {
  inviteMember as inviteMemberOperation,
  listInvitations,
  withdrawInvitation as withdrawInvitationOperation,
} from '../contract/invitations.ts';
import { rights } from '../policy/identity.ts';
import { permit } from '../policy/permit.ts';
import { changeRole } from '../service/change-role.ts';
import { grantMoney } from '../service/grant-money.ts';
import { inviteMember } from '../service/invite-member.ts';
import { removeMember } from '../service/remove-member.ts';
import { withdrawInvitation } from '../service/withdraw-invitation.ts';
import { listOpenInvitations } from '../store/invitations.ts';
import { countOwners, listMembers } from '../store/members.ts';
import { presentInvitation, presentMember } from './present.ts';

export const peopleRoutes: Served[] = [
  serve(listMembersOperation, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'member.read');
      const owners = await countOwners(tx);
      const members = await listMembers(tx, query.left, query.partnerId ?? null);
      return { items: members.map((member) => presentMember(tx, member, owners)) };
    }),
  ),
  serve(changeRoleOperation, (ctx, { params, body }) =>
    transact(ctx, async (tx) =>
      presentMember(tx, await changeRole(tx, { ...params, ...body }), await countOwners(tx)),
    ),
  ),
  serve(grantMoneyOperation, (ctx, { params, body }) =>
    transact(ctx, async (tx) =>
      presentMember(tx, await grantMoney(tx, { ...params, ...body }), await countOwners(tx)),
    ),
  ),
  serve(removeMemberOperation, (ctx, { params, body }) =>
    transact(ctx, async (tx) =>
      presentMember(tx, await removeMember(tx, { ...params, ...body }), await countOwners(tx)),
    ),
  ),
  serve(listInvitations, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'member.invite');
      return {
        items: (await listOpenInvitations(tx, query.partnerId ?? null)).map((invitation) =>
          presentInvitation(tx, invitation),
        ),
      };
    }),
  ),
  serve(inviteMemberOperation, (ctx, { body }) =>
    transact(ctx, async (tx) => presentInvitation(tx, await inviteMember(tx, body))),
  ),
  serve(withdrawInvitationOperation, (ctx, { params }) =>
    transact(ctx, async (tx) => presentInvitation(tx, await withdrawInvitation(tx, params))),
  ),
];
