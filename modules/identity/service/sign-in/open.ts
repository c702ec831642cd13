import { createHash } from 'node:crypto';
import type { Context } from '@mosty/kernel/context';
import { refuse } from '@mosty/kernel/refusal';
import { LOOK_HEADER } from '../../contract/looks.ts';
import { fillOrigin, links } from '../../domain/links.ts';
import { contextOfLook } from '../looks.ts';
import { noteComing } from '../note-coming.ts';
import { newSecret } from '../new-secret.ts';
import { headersOf, NotSignedIn, refuseForeignOrigin, type Asked } from './address.ts';
import { ADDRESS_HEADER, BASE_PATH, openLibrary } from './library.ts';
import { bearerOf, contextOfApiKey, contextOfUser } from './resolve.ts';
import { journalAct } from './people.ts';
import { LINK_MINUTES, type SignInSettings } from './settings.ts';

/** What of the library is open to the outside. Everything else it could do answers 404. */
const OPEN = new Set([
  'POST /sign-in/email',
  'POST /sign-in/magic-link',
  'GET /magic-link/verify',
  'POST /sign-out',
  'GET /get-session',
  'POST /request-password-reset',
  'POST /reset-password',
  'POST /change-password',
  'POST /two-factor/enable',
  'POST /two-factor/disable',
  'POST /two-factor/verify-totp',
  'POST /two-factor/verify-backup-code',
  'POST /two-factor/generate-backup-codes',
  'GET /passkey/generate-register-options',
  'POST /passkey/verify-registration',
  'GET /passkey/generate-authenticate-options',
  'POST /passkey/verify-authentication',
  'POST /passkey/update-passkey',
  'POST /passkey/delete-passkey',
]);

export interface SignIn {
  readonly settings: SignInSettings;
  /** Everything under `/api/auth`. `remoteAddress` is the caller's, after our own proxies. */
  handle(request: Request, remoteAddress: string): Promise<Response>;
  /** The signed-in user, or null. Always asks the database: an ended session is ended at once. */
  resolveSession(headers: Headers): Promise<{ readonly userId: string } | null>;
  /** Who asks, in which company. @throws NotSignedIn, or Refusal for a foreign origin or no membership */
  contextFromRequest(asked: Asked): Promise<Context>;
  /** `Set-Cookie` lines that let the caller in as a user. Only for people of a demo company. */
  enterDemo(userId: string, asked: Asked, remoteAddress: string): Promise<string[]>;
  /** A one-time link for whoever keeps the server: the way back in when no letter can be sent. @throws Refusal */
  issueLink(email: string): Promise<string>;
}

export function openSignIn(settings: SignInSettings): SignIn {
  const library = openLibrary(settings);

  async function resolveSession(headers: Headers): Promise<{ userId: string } | null> {
    if (!headers.has('cookie')) return null;
    const found = await library.api.getSession({ headers });
    return found ? { userId: found.user.id } : null;
  }

  return {
    settings,
    resolveSession,

    async handle(request, remoteAddress) {
      const { pathname } = new URL(request.url);
      if (!OPEN.has(`${request.method} ${pathname.slice(BASE_PATH.length)}`)) return answer(404, 'NOT_FOUND');
      const headers = new Headers(request.headers);
      headers.set(ADDRESS_HEADER, remoteAddress);
      const response = await library.handler(new Request(request, { headers }));
      // A used or old link sends a browser to an error page of the library; our page wants an answer.
      const isRedirect = response.status >= 300 && response.status < 400;
      return isRedirect ? answer(400, 'INVALID_TOKEN') : response;
    },

    async contextFromRequest(asked) {
      const headers = headersOf(asked);
      const bearer = bearerOf(headers);
      if (bearer !== null) return contextOfApiKey(settings, bearer, headers.get('origin'));
      const session = await resolveSession(headers);
      if (!session) throw new NotSignedIn();
      refuseForeignOrigin(asked.method, headers, settings.publicUrl);
      const ctx = await contextOfUser(settings, session.userId, headers);
      const asPartner = headers.get(LOOK_HEADER);
      if (asPartner !== null) return contextOfLook(ctx, asked.method, asPartner);
      await noteComing(ctx);
      return ctx;
    },

    async enterDemo(userId, asked, remoteAddress) {
      const headers = headersOf(asked);
      refuseForeignOrigin(asked.method, headers, settings.publicUrl);
      headers.set(ADDRESS_HEADER, remoteAddress);
      const entered = await library.api.enterDemo({ body: { userId }, headers, returnHeaders: true });
      return entered.headers.getSetCookie();
    },

    async issueLink(email) {
      const { internalAdapter } = await library.$context;
      const found = await internalAdapter.findUserByEmail(email.trim().toLowerCase());
      if (!found) return refuse('not_found', 'identity.no_sign_in', { email });
      const token = newSecret();
      await internalAdapter.createVerificationValue({
        // As the library's one-time links keep theirs: SHA-256 in base64url.
        identifier: createHash('sha256').update(token).digest('base64url'),
        value: JSON.stringify({ email: found.user.email }),
        expiresAt: new Date(Date.now() + LINK_MINUTES * 60_000),
      });
      await journalAct(settings, found.user.id, 'identity.issue_link', { by: 'command line' });
      return fillOrigin(links.signIn(token), settings.publicUrl);
    },
  };
}

function answer(status: number, code: string): Response {
  return Response.json({ code, message: code }, { status, headers: { 'cache-control': 'no-store' } });
}
