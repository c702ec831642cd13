import { look, transact } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import {
  createApiKey as createApiKeyOperation,
  listApiKeys as listApiKeysOperation,
  revokeApiKey as revokeApiKeyOperation,
} from '../contract/api-keys.ts';
import {
  listMessages as listMessagesOperation,
  openMessage as openMessageOperation,
  retryMessage as retryMessageOperation,
} from '../contract/messages.ts';
import { getWorkspace, updateWorkspace as updateWorkspaceOperation } from '../contract/workspace.ts';
import { rights } from '../policy/identity.ts';
import { permit } from '../policy/permit.ts';
import { createApiKey } from '../service/create-api-key.ts';
import { openMessage } from '../service/open-message.ts';
import { retryMessage } from '../service/retry-message.ts';
import { revokeApiKey } from '../service/revoke-api-key.ts';
import { updateWorkspace } from '../service/update-workspace.ts';
import { listApiKeys } from '../store/api-keys.ts';
import { namesOfMembers } from '../store/members.ts';
import { listMessages } from '../store/messages.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { presentApiKey, presentMessage, presentWorkspace } from './present.ts';

export const settingsRoutes: Served[] = [
  serve(getWorkspace, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'workspace.read');
      const workspace = await findWorkspace(tx);
      return workspace ? presentWorkspace(workspace) : refuse('not_found', 'identity.no_workspace');
    }),
  ),
  serve(updateWorkspaceOperation, async (ctx, { body }) =>
    presentWorkspace(await updateWorkspace(ctx, body)),
  ),

  serve(listApiKeysOperation, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'api_key.read');
      const keys = await listApiKeys(tx);
      const names = await namesOfMembers(
        tx,
        keys.map((key) => key.createdBy),
      );
      return { items: keys.map((key) => presentApiKey(key, names)) };
    }),
  ),
  serve(createApiKeyOperation, (ctx, { body }) =>
    transact(ctx, async (tx) => {
      const { key, secret } = await createApiKey(tx, body);
      return { key: presentApiKey(key, await namesOfMembers(tx, [key.createdBy])), secret };
    }),
  ),
  serve(revokeApiKeyOperation, (ctx, { params }) =>
    transact(ctx, async (tx) => {
      const key = await revokeApiKey(tx, params);
      return presentApiKey(key, await namesOfMembers(tx, [key.createdBy]));
    }),
  ),

  serve(listMessagesOperation, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'message.read');
      const found = await listMessages(tx, {
        state: query.state,
        before: query.cursor,
        limit: query.limit + 1,
      });
      const items = found.slice(0, query.limit);
      const nextCursor = found.length > query.limit ? (items.at(-1)?.id ?? null) : null;
      return { items: items.map((message) => presentMessage(tx, message)), nextCursor };
    }),
  ),
  serve(openMessageOperation, async (ctx, { params }) => {
    const { subject, toEmail, body } = await openMessage(ctx, params);
    return { subject, toEmail, body };
  }),
  serve(retryMessageOperation, (ctx, { params }) =>
    transact(ctx, async (tx) => presentMessage(tx, await retryMessage(tx, params))),
  ),
];
