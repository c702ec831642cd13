export { allRights, defineRights, type Right, type Rights } from './policy/rights.ts';
export { may, permit, twoPeople, type Person } from './policy/permit.ts';
export { addMember, type AddMember } from './service/add-member.ts';
export { contextOfMember, systemContext, type World } from './service/context.ts';
export { createWorkspace } from './service/create-workspace.ts';
export { listWorkspaces } from './store/workspaces.ts';
export type { Member } from './store/members.ts';
