import { look, transact, type Database } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { ROLES, type Role } from '../contract/roles.ts';
import { demoWorkspace } from '../store/looks-across.ts';
import { listMembers, saveMember, type Member } from '../store/members.ts';
import { findUser, insertUser } from '../store/sign-ins.ts';
import { findWorkspace, type Workspace } from '../store/workspaces.ts';
import { systemContext, type World } from './context.ts';
import { namesOf } from './names.ts';

/** Users made for people of a demo; no letter reaches them and no other way of signing in leads to them. */
const DEMO_USER = 'demo_';

export type DemoPerson = Member & { readonly partnerName: string | null };

export interface DemoCompany {
  readonly workspace: Workspace;
  /** One person a role, in the order of roles. */
  readonly people: readonly DemoPerson[];
}

export async function findDemo(database: Database, world: World = {}): Promise<DemoCompany | null> {
  const id = await demoWorkspace(database);
  if (id === null) return null;
  const ctx = await systemContext(database, id, 'identity.demo', world);
  return look(ctx, async (tx) => {
    const workspace = await findWorkspace(tx);
    if (!workspace?.isDemo) return null;
    const members = (await listMembers(tx, false)).filter(isDemoPerson).toSorted(byAge);
    const people = ROLES.flatMap((role) => members.find((member) => member.role === role) ?? []);
    const partners = await namesOf(
      tx,
      people.flatMap(({ partnerId }) => partnerId ?? []),
    );
    const named = people.map((person) => ({
      ...person,
      partnerName: (person.partnerId !== null && partners.get(person.partnerId)) || null,
    }));
    return { workspace, people: named };
  });
}

/** The user to let in as a demo person. @throws Refusal when there is no demo company, or nobody there in that role */
export async function demoUserOf(
  database: Database,
  role: Role,
  world: World = {},
): Promise<{ member: Member; userId: string }> {
  const demo = await findDemo(database, world);
  if (!demo) return refuse('not_now', 'identity.no_demo');
  const member = demo.people.find((person) => person.role === role);
  if (!member) return refuse('not_found', 'identity.no_demo_person', { role });
  if (member.userId) return { member, userId: member.userId };
  const userId = `${DEMO_USER}${member.id}`;
  const ctx = await systemContext(database, demo.workspace.id, 'identity.demo', world);
  await transact(ctx, async (tx) => {
    const email = `${member.id}@demo.invalid`;
    if (!(await findUser(tx, userId))) await insertUser(tx, { id: userId, name: member.name, email });
    await saveMember(tx, { ...member, userId });
  });
  return { member, userId };
}

function isDemoPerson(member: Member): boolean {
  return member.userId === null || member.userId.startsWith(DEMO_USER);
}

function byAge(a: Member, b: Member): number {
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
}
