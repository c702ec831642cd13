import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { look } from '@mosty/kernel/db';
import type { Scope } from '../contract/roles.ts';
import { permit } from '../policy/permit.ts';
import { rights } from '../policy/identity.ts';
import { createApiKey } from './create-api-key.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { openSignIn, type SignIn } from './sign-in/open.ts';

let world: World;
let signIn: SignIn;

beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
  signIn = openSignIn({
    database: world.database,
    secret: 'a secret of this test only, longer than 32 characters',
    publicUrl: 'http://localhost:3000',
    world: { clock: world.clock, ids: world.ids },
  });
});
afterAll(() => world?.close());

const issue = (scopes: readonly Scope[]) => createApiKey(world.contextOf('owner'), { name: 'CRM', scopes });
const askWith = (secret: string, method = 'GET') =>
  signIn.contextFromRequest({
    method,
    headers: { authorization: `Bearer ${secret}`, origin: 'https://elsewhere.test' },
  });

describe('an API key', () => {
  it('opens its company with its scopes and nothing more', async () => {
    const { key, secret } = await issue(['read']);
    expect(secret).toMatch(/^mosty_sk_[\w-]{43}$/);
    const ctx = await askWith(secret, 'POST');
    expect(ctx).toMatchObject({
      workspaceId: world.workspaceId,
      actor: { type: 'api_key', id: key.id, scopes: ['read'] },
    });
    expect(() => permit(ctx, rights, 'workspace.read')).not.toThrow();
    expect(() => permit(ctx, rights, 'workspace.change')).toThrow('identity.scope_missing');
    await expect(createApiKey(ctx, { name: 'more', scopes: ['import:write'] })).rejects.toMatchObject({
      code: 'identity.scope_missing',
    });
  });

  it('is publishable: works from its sites only, tells clicks only, and can be shown again', async () => {
    const { key, secret } = await createApiKey(world.contextOf('owner'), {
      name: 'Сайт',
      kind: 'publishable',
      scopes: [],
      origins: ['https://elsewhere.test'],
    });
    expect(secret).toMatch(/^pk_[\w-]{43}$/);
    expect(key).toMatchObject({ publicText: secret, scopes: ['click:write'] });
    const ctx = await askWith(secret, 'POST');
    expect(() => permit(ctx, rights, 'workspace.read')).toThrow('identity.scope_missing');
    for (const origin of ['https://evil.test', undefined]) {
      const headers = { authorization: `Bearer ${secret}`, ...(origin ? { origin } : {}) };
      await expect(signIn.contextFromRequest({ method: 'POST', headers })).rejects.toMatchObject({
        code: 'identity.foreign_origin',
      });
    }
  });

  it('is kept as a hash and its last characters', async () => {
    const { key, secret } = await issue(['read']);
    const { rows } = await look(world.system, (tx) =>
      sql<{
        row: string;
      }>`SELECT to_jsonb(k)::text AS row FROM identity.api_key k WHERE id = ${key.id}`.execute(tx.db),
    );
    expect(rows[0]?.row).not.toContain(secret.slice(9, 40));
    expect(rows[0]?.row).toContain(`"tail": "${secret.slice(-4)}"`);
  });

  it('says when it was last used, at most once a minute', async () => {
    const { key, secret } = await issue(['read']);
    const lastUsed = async () => {
      const { rows } = await look(world.system, (tx) =>
        sql<{
          at: Date | null;
        }>`SELECT last_used_at AS at FROM identity.api_key WHERE id = ${key.id}`.execute(tx.db),
      );
      return rows[0]?.at?.toISOString() ?? null;
    };
    expect(await lastUsed()).toBeNull();
    await askWith(secret);
    const first = await lastUsed();
    world.clock.advance(30_000);
    await askWith(secret);
    expect(await lastUsed()).toBe(first);
    world.clock.advance(60_000);
    await askWith(secret);
    expect(await lastUsed()).not.toBe(first);
  });

  it('opens nothing once revoked, when misspelled, or of another kind', async () => {
    const { key, secret } = await issue(['read']);
    await revokeApiKey(world.contextOf('head'), { apiKeyId: key.id });
    for (const wrong of [secret, `${secret}x`, secret.replace('mosty_sk_', 'mosty_pk_'), 'mosty_sk_', 'x']) {
      await expect(askWith(wrong)).rejects.toMatchObject({ code: 'identity.not_signed_in' });
    }
    await expect(askWith('')).rejects.toMatchObject({ code: 'identity.not_signed_in' });
  });

  it('is issued by owners and heads only', async () => {
    for (const role of [
      'manager',
      'finance',
      'analyst',
      'voice',
      'partner_owner',
      'partner_staff',
    ] as const) {
      await expect(
        createApiKey(world.contextOf(role), { name: 'x', scopes: ['read'] }),
      ).rejects.toMatchObject({ code: 'identity.not_permitted' });
    }
  });
});
