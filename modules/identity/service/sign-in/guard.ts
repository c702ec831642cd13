import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import type { BetterAuthPlugin } from 'better-auth';
import * as z from 'zod';
import { Refusal } from '@mosty/kernel/refusal';
import { acceptablePassword } from '../../domain/password.ts';
import { securityLetter } from '../../domain/letters.ts';
import { hashSecret } from '../../domain/secret.ts';
import { noteProof } from '../../store/proofs.ts';
import { countWrongPasswords, forgetWrongPasswords, noteWrongPassword } from '../../store/wrong-passwords.ts';
import { journalAct, writeToUser } from './people.ts';
import { sessionTokenOf } from './resolve.ts';
import { WRONG_PASSWORDS_MAX, WRONG_PASSWORDS_MINUTES, type SignInSettings } from './settings.ts';

const emailBody = z.object({ email: z.string() });
const newPasswordBody = z.object({ newPassword: z.string() });

/** Which act of the library means that somebody is in, and by what way. */
const WAYS: Record<string, string> = {
  '/sign-in/email': 'password',
  '/magic-link/verify': 'link',
  '/two-factor/verify-totp': 'totp',
  '/two-factor/verify-backup-code': 'backup_code',
  '/passkey/verify-authentication': 'passkey',
};

/** Those of them that prove more than a password or a box of letters does. */
const SECOND_FACTOR: Record<string, string> = {
  '/two-factor/verify-totp': 'totp',
  '/two-factor/verify-backup-code': 'backup_code',
  '/passkey/verify-authentication': 'passkey',
};

const CHANGES: Record<string, { verb: string; letter?: 'password' | 'totp_off' | 'passkey' }> = {
  '/change-password': { verb: 'identity.change_password', letter: 'password' },
  '/two-factor/disable': { verb: 'identity.disable_totp', letter: 'totp_off' },
  '/passkey/verify-registration': { verb: 'identity.add_passkey', letter: 'passkey' },
  '/passkey/delete-passkey': { verb: 'identity.remove_passkey' },
};

function keyOf(email: string): string {
  return hashSecret(email.trim().toLowerCase());
}

function windowStart(): Date {
  return new Date(Date.now() - WRONG_PASSWORDS_MINUTES * 60_000);
}

/**
 * What we add to the library: a limit of wrong passwords per address, our password rule, and the journal. Stands
 * after the second factor in the list of plugins, so a sign-in that waits for a code is not yet one.
 */
export function guard(settings: SignInSettings): BetterAuthPlugin {
  return {
    id: 'mosty-guard',
    hooks: {
      before: [
        {
          matcher: (ctx) => ctx.path === '/sign-in/email',
          handler: createAuthMiddleware(async (ctx) => {
            const body = emailBody.safeParse(ctx.body);
            if (!body.success) return;
            const count = await countWrongPasswords(settings.database, keyOf(body.data.email), windowStart());
            if (count >= WRONG_PASSWORDS_MAX) {
              throw new APIError('TOO_MANY_REQUESTS', {
                code: 'TOO_MANY_WRONG_PASSWORDS',
                message: 'Too many wrong passwords',
              });
            }
          }),
        },
        {
          matcher: (ctx) => ctx.path === '/change-password' || ctx.path === '/reset-password',
          handler: createAuthMiddleware(async (ctx) => {
            const body = newPasswordBody.safeParse(ctx.body);
            if (!body.success) return;
            const session = await getSessionFromCtx(ctx);
            const verdict = acceptablePassword(
              body.data.newPassword,
              session?.user ?? { email: '', name: '' },
            );
            if (verdict instanceof Refusal)
              throw new APIError('BAD_REQUEST', { code: verdict.code, message: verdict.code });
          }),
        },
      ],
      after: [
        {
          matcher: (ctx) => ctx.path !== undefined && ctx.path in WAYS,
          handler: createAuthMiddleware(async (ctx) => {
            const email = emailBody.safeParse(ctx.body);
            if (isAPIError(ctx.context.returned)) {
              const wrong =
                ctx.path === '/sign-in/email' && email.success && ctx.context.returned.statusCode === 401;
              if (wrong)
                await noteWrongPassword(
                  settings.database,
                  keyOf(email.data.email),
                  new Date(),
                  windowStart(),
                );
              return;
            }
            if (ctx.path === '/sign-in/email' && email.success)
              await forgetWrongPasswords(settings.database, keyOf(email.data.email));
            const entered = ctx.context.newSession;
            // A code asked again of somebody who is in begins no session.
            const proven = entered ?? (ctx.path in SECOND_FACTOR ? await getSessionFromCtx(ctx) : null);
            if (proven && ctx.path in SECOND_FACTOR)
              await noteProof(settings.database, proven.user.id, SECOND_FACTOR[ctx.path] ?? '');
            if (!entered) return;
            // The first code of a new secret comes from somebody who is in already; the library then renews the session.
            const enables =
              ctx.path === '/two-factor/verify-totp' && sessionTokenOf(ctx.headers ?? new Headers()) !== null;
            if (enables) await journalAct(settings, entered.user.id, 'identity.enable_totp');
            else await journalAct(settings, entered.user.id, 'identity.sign_in', { way: WAYS[ctx.path] });
          }),
        },
        {
          matcher: (ctx) => ctx.path !== undefined && ctx.path in CHANGES,
          handler: createAuthMiddleware(async (ctx) => {
            const change = CHANGES[ctx.path];
            if (isAPIError(ctx.context.returned) || !change) return;
            const session = ctx.context.newSession ?? (await getSessionFromCtx(ctx));
            if (!session) return;
            await journalAct(settings, session.user.id, change.verb);
            const { letter } = change;
            if (!letter) return;
            await writeToUser(settings, session.user.id, {
              kind: 'security',
              letter: (language, at) => securityLetter(language, letter, at),
            });
          }),
        },
      ],
    },
  };
}
