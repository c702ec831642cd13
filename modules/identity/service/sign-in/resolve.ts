import type { Actor, Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { API_KEY_PREFIX, PUBLISHABLE_PREFIX } from '../../contract/api-keys.ts';
import { hashSecret } from '../../domain/secret.ts';
import { findApiKey, noteUse } from '../../store/api-keys.ts';
import { findApiKeyByHash, membershipsOf } from '../../store/looks-across.ts';
import { contextOfMember, systemContext } from '../context.ts';
import { NotSignedIn } from './address.ts';
import type { SignInSettings } from './settings.ts';

/** Which company somebody who works in several has chosen. Not a secret: it only chooses among one's own. */
export const WORKSPACE_COOKIE = 'mosty_workspace';
export const WORKSPACE_HEADER = 'x-mosty-workspace';

const BEARER = /^Bearer\s+(\S+)$/i;

export function bearerOf(headers: Headers): string | null {
  return BEARER.exec(headers.get('authorization') ?? '')?.[1] ?? null;
}

/**
 * @param origin the page a browser asks from; null for a program
 * @throws NotSignedIn when there is no such key, or it was revoked; Refusal `identity.foreign_origin`
 */
export async function contextOfApiKey(
  settings: SignInSettings,
  secret: string,
  origin: string | null,
): Promise<Context> {
  if (!secret.startsWith(API_KEY_PREFIX) && !secret.startsWith(PUBLISHABLE_PREFIX)) throw new NotSignedIn();
  const found = await findApiKeyByHash(settings.database, hashSecret(secret));
  if (!found) throw new NotSignedIn();
  const system = await systemContext(
    settings.database,
    found.workspaceId,
    'identity.sign-in',
    settings.world,
  );
  const actor = await transact(system, async (tx): Promise<Actor | null> => {
    const key = await findApiKey(tx, found.id);
    if (!key || key.revokedAt) return null;
    // Anybody can read a publishable key off the page; no other site's page can use it.
    if (key.kind === 'publishable' && (origin === null || !worksFrom(key.origins, origin)))
      refuse('not_permitted', 'identity.foreign_origin', { origin });
    await noteUse(tx, key.id);
    return { type: 'api_key', id: key.id, scopes: key.scopes };
  });
  if (!actor) throw new NotSignedIn();
  return { ...system, actor };
}

/** Without named origins the door itself looks: only sites that links may lead to. */
function worksFrom(origins: readonly string[], origin: string): boolean {
  return origins.length === 0 || origins.includes(origin);
}

/** @throws Refusal when the person works in no company (any more), or not in the one they chose */
export async function contextOfUser(
  settings: SignInSettings,
  userId: string,
  headers: Headers,
): Promise<Context> {
  const memberships = await membershipsOf(settings.database, userId);
  const named = headers.get(WORKSPACE_HEADER);
  const chosen = named ?? cookieOf(headers, WORKSPACE_COOKIE);
  const found = memberships.find((one) => one.workspaceId === chosen);
  if (named !== null && !found) return refuse('not_found', 'identity.no_workspace');
  // A cookie may outlive a membership; then the first company is opened rather than none.
  const opened = found ?? memberships[0];
  if (!opened) return refuse('not_permitted', 'identity.works_nowhere');
  return contextOfMember(settings.database, opened.workspaceId, opened.id, settings.world);
}

export function cookieOf(headers: Headers, name: string): string | null {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return decode(pair.slice(at + 1).trim());
  }
  return null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const SESSION_COOKIES = ['__Secure-mosty.session_token', 'mosty.session_token'];

/** The token of the session the request came with: to tell «this device» among the others. Not proven here. */
export function sessionTokenOf(headers: Headers): string | null {
  for (const name of SESSION_COOKIES) {
    const signed = cookieOf(headers, name);
    if (signed) return signed.slice(0, signed.lastIndexOf('.'));
  }
  return null;
}
