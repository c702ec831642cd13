export { allRights, defineRights, type Right, type Rights } from './policy/rights.ts';
export { may, permit, twoPeople, type Person } from './policy/permit.ts';
export { rights as identityRights } from './policy/identity.ts';
export { addMember, type AddMember } from './service/add-member.ts';
export { acceptInvitation, openInvitation } from './service/accept-invitation.ts';
export { changeRole } from './service/change-role.ts';
export { contextOfMember, systemContext, type World } from './service/context.ts';
export { defineNames, namesOf, type FindNames } from './service/names.ts';
export { beginLook, contextOfLook, type Look } from './service/looks.ts';
export { forgetPeopleOf } from './service/forget-people.ts';
export { forgetOldAnswersDaily } from './service/forget-old-answers.ts';
export { addressesAtWork, forgetMessagesTo } from './store/forget-people.ts';
export { accessOf, endAccessOf } from './service/partner-access.ts';
export { createApiKey } from './service/create-api-key.ts';
export { createWorkspace } from './service/create-workspace.ts';
export { demoUserOf } from './service/demo-session.ts';
export { inviteMember, type InviteMember } from './service/invite-member.ts';
export { noteComing } from './service/note-coming.ts';
export { peopleWhoMay } from './service/people-who-may.ts';
export { queueMessage } from './service/queue-message.ts';
export { ORIGIN } from './domain/links.ts';
export { removeMember } from './service/remove-member.ts';
export { mustBeProven, proveByCode, sendProofCode } from './service/step-up.ts';
export { revokeApiKey } from './service/revoke-api-key.ts';
export { startSender, type Sender, type SenderSettings } from './service/sender.ts';
export { startRounds, type Round, type Rounds } from './service/rounds.ts';
export { setUp } from './service/set-up.ts';
export { NotSignedIn, type Asked } from './service/sign-in/address.ts';
export { openSignIn, type SignIn } from './service/sign-in/open.ts';
export type { SignInSettings } from './service/sign-in/settings.ts';
export { whoMay } from './service/who-may.ts';
export { workspaceOwners } from './service/workspace-owners.ts';
export { listWorkspaces } from './store/looks-across.ts';
export { invitationsByIds, nextInvitationsToPartners } from './store/invitations.ts';
export {
  listMembers,
  membersHere,
  namesOfMembers,
  namesOfTeam,
  teamOfRoles,
  type Member,
} from './store/members.ts';
export { findWorkspace, type Workspace } from './store/workspaces.ts';
