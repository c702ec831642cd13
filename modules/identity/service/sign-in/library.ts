import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { magicLink, twoFactor } from 'better-auth/plugins';
import * as z from 'zod';
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from '../../contract/invitations.ts';
import { passwordLetter, securityLetter, signInLetter } from '../../domain/letters.ts';
import { links } from '../../domain/links.ts';
import { libraryQueries } from './database.ts';
import { guard } from './guard.ts';
import { journalAct, writeToUser } from './people.ts';
import { LINK_MINUTES, PASSWORD_LINK_MINUTES, SESSION_DAYS, type SignInSettings } from './settings.ts';

export const BASE_PATH = '/api/auth';
/** Set by us from the socket, and taken off whatever came from outside. */
export const ADDRESS_HEADER = 'x-mosty-client-address';
const DAY_S = 86_400;

/**
 * Per network and minute. A whole office may sign in at nine behind one address, so the limit is not tight:
 * guessing at one person is stopped by the count of wrong passwords and codes of that person.
 */
const PER_NETWORK = {
  '/sign-in/email': { window: 60, max: 30 },
  '/sign-in/magic-link': { window: 60, max: 5 },
  '/request-password-reset': { window: 60, max: 5 },
  '/two-factor/*': { window: 60, max: 30 },
};

/** One-time codes are asked after a one-time link as well: the library asks them after a password only. */
function secondFactor() {
  const plugin = twoFactor({ issuer: 'Mosty', backupCodeOptions: { amount: 10 } });
  for (const hook of plugin.hooks.after) {
    hook.matcher = (ctx) => ctx.path === '/sign-in/email' || ctx.path === '/magic-link/verify';
  }
  return plugin;
}

/** Passkeys count as both factors, so the device must have checked its person (finger, face or PIN). */
function passkeys(publicUrl: URL) {
  return passkey({
    rpName: 'Mosty',
    rpID: publicUrl.hostname,
    origin: publicUrl.origin,
    // The column is credential_id, which comes back from the driver as credentialId.
    schema: { passkey: { fields: { credentialID: 'credentialId' } } },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    authentication: {
      afterVerification: async ({ verification }) => {
        if (!verification.authenticationInfo.userVerified) {
          throw new APIError('UNAUTHORIZED', {
            code: 'USER_NOT_VERIFIED',
            message: 'The device did not check its person',
          });
        }
      },
    },
  });
}

/** A session without a proof, for people of the demo company. Has no address of its own: only our code reaches it. */
function demoEntry() {
  return {
    id: 'mosty-demo' as const,
    endpoints: {
      enterDemo: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ userId: z.string() }) },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
          if (!user) throw new APIError('NOT_FOUND');
          const session = await ctx.context.internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ userId: user.id });
        },
      ),
    },
  };
}

/** The sign-in library, told everything we want of it. */
export function openLibrary(settings: SignInSettings) {
  const publicUrl = new URL(settings.publicUrl);
  return betterAuth({
    appName: 'Mosty',
    secret: settings.secret,
    baseURL: publicUrl.origin,
    basePath: BASE_PATH,
    // A page is trusted when it was opened at the very address it now talks to: browsers do not let a site forge Host.
    trustedOrigins: async (request) => [publicUrl.origin, ...originsOfHost(request)],
    database: {
      db: libraryQueries(settings.database),
      type: 'postgres',
      schemaName: 'auth',
      transaction: false,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH_MIN,
      maxPasswordLength: PASSWORD_LENGTH_MAX,
      resetPasswordTokenExpiresIn: PASSWORD_LINK_MINUTES * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) =>
        writeToUser(settings, user.id, {
          kind: 'new_password_link',
          minutes: PASSWORD_LINK_MINUTES,
          letter: (language) => passwordLetter(language, links.newPassword(token), PASSWORD_LINK_MINUTES),
        }),
      onPasswordReset: async ({ user }) => {
        await journalAct(settings, user.id, 'identity.reset_password');
        await writeToUser(settings, user.id, {
          kind: 'security',
          letter: (language, at) => securityLetter(language, 'password', at),
        });
      },
    },
    session: { expiresIn: SESSION_DAYS * DAY_S, updateAge: DAY_S, cookieCache: { enabled: false } },
    verification: { storeIdentifier: 'hashed' },
    rateLimit: { enabled: true, storage: 'database', window: 60, max: 120, customRules: PER_NETWORK },
    advanced: {
      cookiePrefix: 'mosty',
      useSecureCookies: publicUrl.protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // Our migrations make the tables, in our own spelling; the library's own check would look for its spelling.
      database: { validateSchema: false },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
    onAPIError: {
      onError: (error) => {
        if (!(error instanceof APIError)) settings.onFault?.(error);
      },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_MINUTES * 60,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: async ({ email, token }, ctx) => {
          const found = await ctx?.context.internalAdapter.findUserByEmail(email);
          if (!found) return;
          await writeToUser(settings, found.user.id, {
            kind: 'sign_in_link',
            minutes: LINK_MINUTES,
            letter: (language) => signInLetter(language, links.signIn(token), LINK_MINUTES),
          });
        },
      }),
      secondFactor(),
      passkeys(publicUrl),
      demoEntry(),
      guard(settings),
    ],
  });
}

function originsOfHost(request: Request | undefined): string[] {
  const host = request?.headers.get('host');
  return host ? [`http://${host}`, `https://${host}`] : [];
}
