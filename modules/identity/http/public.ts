import type * as z from 'zod';
import type { Request as Asked } from '@mosty/kernel/http';
import type { Operation } from '@mosty/kernel/operation';
import {
  acceptInvitation as acceptInvitationOperation,
  openInvitation as openInvitationOperation,
} from '../contract/invitations.ts';
import { getWelcome, setUp as setUpOperation, startDemoSession } from '../contract/welcome.ts';
import { acceptInvitation, openInvitation } from '../service/accept-invitation.ts';
import { demoUserOf, findDemo } from '../service/demo-session.ts';
import { setUp } from '../service/set-up.ts';
import { headersOf } from '../service/sign-in/address.ts';
import type { SignIn } from '../service/sign-in/open.ts';
import { hasCompany } from '../store/looks-across.ts';

/** What an operation without a signed-in person answers: the body, and cookies to set with it. */
export interface PublicAnswer<Body> {
  readonly answer: Body;
  /** Whole `Set-Cookie` lines. */
  readonly setCookie?: readonly string[];
}

/** An operation anybody may call, with the function that answers it. It gets the sign-in instead of a context. */
export interface PublicServed {
  readonly operation: Operation;
  readonly handle: (
    signIn: SignIn,
    request: Asked<unknown, unknown, unknown>,
  ) => Promise<PublicAnswer<unknown>>;
}

export function servePublic<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(
  operation: Operation<Params, Query, Body, Answer>,
  handle: (
    signIn: SignIn,
    request: Asked<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<PublicAnswer<z.input<Answer>>>,
): PublicServed {
  return { operation, handle: handle as unknown as PublicServed['handle'] };
}

export const identityPublicRoutes: PublicServed[] = [
  servePublic(getWelcome, async ({ settings: { database, world } }) => {
    const demo = await findDemo(database, world);
    return {
      answer: {
        isNew: !(await hasCompany(database)),
        demo: demo && {
          name: demo.workspace.name,
          language: demo.workspace.language,
          people: demo.people.map(({ role, name, partnerName }) => ({ role, name, partnerName })),
        },
      },
    };
  }),
  servePublic(setUpOperation, async ({ settings: { database, world } }, { body }) => {
    const ctx = await setUp(database, body, world);
    return { answer: { workspaceId: ctx.workspaceId, email: body.owner.email } };
  }),
  servePublic(startDemoSession, async (signIn, { body, headers, remoteAddress }) => {
    const { member, userId } = await demoUserOf(signIn.settings.database, body.role, signIn.settings.world);
    const setCookie = await signIn.enterDemo(userId, { method: 'POST', headers }, remoteAddress);
    return { answer: { name: member.name, role: member.role }, setCookie };
  }),
  servePublic(openInvitationOperation, async ({ settings: { database, world } }, { body }) => {
    const { invitation, workspace, invitedBy, hasSignIn } = await openInvitation(database, body.token, world);
    const { name, email, role } = invitation;
    return {
      answer: {
        workspaceName: workspace.name,
        language: workspace.language,
        name,
        email,
        role,
        invitedBy,
        hasSignIn,
      },
    };
  }),
  servePublic(acceptInvitationOperation, async (signIn, { body, headers }) => {
    const { database, world } = signIn.settings;
    const session = await signIn.resolveSession(headersOf({ method: 'POST', headers }));
    const accepted = await acceptInvitation(database, { ...body, userId: session?.userId ?? null }, world);
    return { answer: { email: accepted.email, workspaceId: accepted.workspaceId } };
  }),
];
