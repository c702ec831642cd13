import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { getMe, listMyWorkspaces, listRights, renameMe as renameMeOperation } from '../contract/me.ts';
import {
  endMyOtherSessions as endMyOtherSessionsOperation,
  endMySession as endMySessionOperation,
  getMySignIn,
  listMySessions,
} from '../contract/sessions.ts';
import { allRights } from '../policy/rights.ts';
import { contextOfMember } from '../service/context.ts';
import { endMyOtherSessions, endMySession, myUserId } from '../service/end-sessions.ts';
import { everythingIMay, lookingMe, meOf } from '../service/me.ts';
import { renameMe } from '../service/rename-me.ts';
import { headersOf } from '../service/sign-in/address.ts';
import { sessionTokenOf } from '../service/sign-in/resolve.ts';
import { membershipsOf } from '../store/looks-across.ts';
import { findWaysIn, listPasskeys, listSessions } from '../store/sign-ins.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { iso } from './present.ts';

export const meRoutes: Served[] = [
  serve(getMe, (ctx) =>
    look(ctx, async (tx) => {
      const looking = await lookingMe(tx);
      const me = looking ? looking.me : await meOf(tx);
      const workspace = await findWorkspace(tx);
      if (!workspace) return refuse('not_found', 'identity.no_workspace');
      const { id, name, email, role, partnerId } = me;
      const { zone, currency, language, isDemo } = workspace;
      return {
        member: { id, name, email, role, partnerId },
        workspace: { id: workspace.id, name: workspace.name, zone, currency, language, isDemo },
        looking: looking && { partnerName: looking.partnerName, until: iso(looking.until) },
        can: everythingIMay(tx),
      };
    }),
  ),
  serve(renameMeOperation, async (ctx, { body }) => ({ name: (await renameMe(ctx, body)).name })),
  serve(listMyWorkspaces, async (ctx) => {
    const userId = await look(ctx, myUserId);
    const items = [];
    for (const { workspaceId, id } of await membershipsOf(ctx.database, userId)) {
      const there = await contextOfMember(ctx.database, workspaceId, id, { clock: ctx.clock, ids: ctx.ids });
      items.push(
        await look(there, async (tx) => {
          const workspace = await findWorkspace(tx);
          const { role } = await meOf(tx);
          return {
            id: workspaceId,
            name: workspace?.name ?? '',
            role,
            current: workspaceId === ctx.workspaceId,
          };
        }),
      );
    }
    return { items };
  }),
  serve(listRights, async () => ({
    items: [...allRights()].map(([action, right]) => ({
      action,
      roles: [...right.roles],
      scope: right.scope ?? null,
      needsMoneyGrant: right.money === true,
      says: right.says,
    })),
  })),
  serve(listMySessions, (ctx, { headers }) =>
    look(ctx, async (tx) => {
      const current = sessionTokenOf(headersOf({ method: 'GET', headers }));
      const sessions = await listSessions(tx, await myUserId(tx), new Date());
      return {
        items: sessions.map((session) => ({
          id: session.id,
          current: session.token === current,
          createdAt: iso(session.createdAt),
          lastSeenAt: iso(session.updatedAt),
          expiresAt: iso(session.expiresAt),
          ipAddress: session.ipAddress,
          userAgent: session.userAgent,
        })),
      };
    }),
  ),
  serve(endMySessionOperation, async (ctx, { params }) => ({ ended: await endMySession(ctx, params) })),
  serve(endMyOtherSessionsOperation, async (ctx, { headers }) => {
    const keepToken = sessionTokenOf(headersOf({ method: 'POST', headers }));
    if (keepToken === null) return refuse('not_permitted', 'identity.people_only');
    return { ended: await endMyOtherSessions(ctx, { keepToken }) };
  }),
  serve(getMySignIn, (ctx) =>
    look(ctx, async (tx) => {
      const userId = await myUserId(tx);
      const ways = await findWaysIn(tx, userId);
      if (!ways) return refuse('not_found', 'identity.people_only');
      const passkeys = await listPasskeys(tx, userId);
      return { ...ways, passkeys: passkeys.map((one) => ({ ...one, createdAt: iso(one.createdAt) })) };
    }),
  ),
];
