import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  softwareAuthenticator,
  testBrowser,
  testDatabase,
  testWorkspace,
  totpCode,
  type TestBrowser,
  type World,
} from '@mosty/testkit';
import { readAudit } from '@mosty/kernel/audit';
import { look, transact } from '@mosty/kernel/db';
import { addMember } from '../add-member.ts';
import { createSignIn } from '../create-sign-in.ts';
import { openSignIn, type SignIn } from './open.ts';

const ORIGIN = 'http://localhost:3000';
const PASSWORD = 'три зелёных моста';

let world: World;
let signIn: SignIn;
let networks = 0;

beforeAll(async () => {
  world = await testWorkspace(await testDatabase(), { connections: 8 });
  signIn = openSignIn({
    database: world.database,
    secret: 'a secret of this test only, longer than 32 characters',
    publicUrl: ORIGIN,
    onFault: (error) => console.error(error),
    world: { ids: world.ids, clock: world.clock },
  });
});

afterAll(() => world?.close());

/** Each in a network of its own: the library limits attempts by network. */
function newBrowser(address = `198.51.100.${(networks += 1)}`): TestBrowser {
  return testBrowser((request, remote) => signIn.handle(request, remote), ORIGIN, address);
}

async function newPerson(name: string): Promise<{ email: string; userId: string; memberId: string }> {
  const email = `${name}@mosty.test`;
  return transact(world.system, async (tx) => {
    const userId = await createSignIn(tx, { name, email, password: PASSWORD });
    const member = await addMember(tx, { name, email, role: 'manager', userId });
    return { email, userId, memberId: member.id };
  });
}

async function actorOf(browser: TestBrowser): Promise<string> {
  const ctx = await signIn.contextFromRequest({ method: 'GET', headers: browser.headers });
  return ctx.actor.id;
}

async function signedIn(email: string, password = PASSWORD): Promise<TestBrowser> {
  const browser = newBrowser();
  const reply = await browser.post('/api/auth/sign-in/email', { email, password });
  expect(reply.status).toBe(200);
  return browser;
}

/** The one-time token of the newest letter to somebody. */
async function tokenFor(email: string, kind: string): Promise<string> {
  return look(world.system, async (tx) => {
    const { rows } = await sql<{ body: string }>`
      SELECT body FROM identity.outbox_message
      WHERE workspace_id = ${tx.workspaceId}::uuid AND to_email = ${email} AND kind = ${kind}
      ORDER BY id DESC LIMIT 1`.execute(tx.db);
    return /(?:token|reset)=([\w-]+)/.exec(rows[0]?.body ?? '')?.[1] ?? '';
  });
}

async function journalOf(memberId: string): Promise<string[]> {
  const rows = await look(world.system, (tx) => readAudit(tx, { subject: memberId, limit: 20 }));
  return rows.map((row) =>
    row.verb === 'identity.sign_in' ? `${row.verb} ${JSON.stringify(row.change)}` : row.verb,
  );
}

describe('by password', () => {
  it('lets in, keeps the cookie from scripts and other sites, and writes it into the journal', async () => {
    const anna = await newPerson('anna');
    const browser = newBrowser();
    const reply = await browser.post('/api/auth/sign-in/email', {
      email: 'Anna@mosty.test',
      password: PASSWORD,
    });
    const cookie = reply.setCookie.find((line) => line.startsWith('mosty.session_token='));
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(await actorOf(browser)).toBe(anna.memberId);
    expect(await journalOf(anna.memberId)).toContain('identity.sign_in {"way":"password"}');
  });

  it('answers the same for a wrong password and an unknown address', async () => {
    const { email } = await newPerson('boris');
    const wrong = await newBrowser().post('/api/auth/sign-in/email', { email, password: 'не тот пароль' });
    const unknown = await newBrowser().post('/api/auth/sign-in/email', {
      email: 'nobody@mosty.test',
      password: PASSWORD,
    });
    expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body]);
    expect(wrong.status).toBe(401);
  });

  it('after ten wrong passwords the address waits, from whatever network; another does not', async () => {
    const { email } = await newPerson('vera');
    for (let guess = 0; guess < 10; guess += 1)
      await newBrowser().post('/api/auth/sign-in/email', { email, password: `guess ${guess} of many` });
    const right = await newBrowser().post('/api/auth/sign-in/email', { email, password: PASSWORD });
    expect([right.status, right.body['code']]).toEqual([429, 'TOO_MANY_WRONG_PASSWORDS']);
    await signedIn((await newPerson('gleb')).email);
  });

  it('one network cannot try many addresses quickly', async () => {
    const browser = newBrowser();
    // Without a password: the limit stands before the slow hash.
    const attempts = Array.from({ length: 31 }, (_, guess) => ({ email: `a${guess}@mosty.test` }));
    const answers = [];
    for (const attempt of attempts)
      answers.push((await browser.post('/api/auth/sign-in/email', attempt)).status);
    expect(answers.indexOf(429)).toBe(30);
  });

  it('nobody signs up by themselves, and the rest of the library is closed', async () => {
    const signUp = await newBrowser().post('/api/auth/sign-up/email', {
      name: 'X',
      email: 'x@mosty.test',
      password: PASSWORD,
    });
    expect(signUp.status).toBe(404);
    for (const path of [
      '/api/auth/list-sessions',
      '/api/auth/update-user',
      '/api/auth/delete-user',
      '/api/auth/ok',
    ]) {
      expect((await newBrowser().get(path)).status, path).toBe(404);
      expect((await newBrowser().post(path)).status, path).toBe(404);
    }
  });

  it('a page of another site is refused', async () => {
    const { email } = await newPerson('dasha');
    const foreign = testBrowser(
      (request, remote) => signIn.handle(request, remote),
      ORIGIN,
      '198.51.100.250',
    );
    const request = new Request(`${ORIGIN}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: {
        ...Object.fromEntries(foreign.headers),
        origin: 'https://evil.test',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ email, password: PASSWORD }),
    });
    expect((await signIn.handle(request, '198.51.100.250')).status).toBe(403);
    const browser = await signedIn(email);
    const headers = browser.headers;
    headers.set('origin', 'https://evil.test');
    await expect(signIn.contextFromRequest({ method: 'POST', headers })).rejects.toMatchObject({
      code: 'identity.foreign_origin',
    });
  });

  it('a changed password asks the old one, tells the person, and can sign out the others', async () => {
    const { email, memberId } = await newPerson('egor');
    const [old, mine] = [await signedIn(email), await signedIn(email)];
    const wrong = await mine.post('/api/auth/change-password', {
      currentPassword: 'не тот пароль',
      newPassword: 'пять синих мостов',
    });
    expect(wrong.status).toBe(400);
    const weak = await mine.post('/api/auth/change-password', {
      currentPassword: PASSWORD,
      newPassword: '1234567890',
    });
    expect(weak.body['code']).toBe('identity.password_common');
    const body = { currentPassword: PASSWORD, newPassword: 'пять синих мостов', revokeOtherSessions: true };
    expect((await mine.post('/api/auth/change-password', body)).status).toBe(200);
    expect(await actorOf(mine)).toBe(memberId);
    await expect(actorOf(old)).rejects.toMatchObject({ code: 'identity.not_signed_in' });
    await signedIn(email, 'пять синих мостов');
    expect(await journalOf(memberId)).toContain('identity.change_password');
  });

  it('a forgotten one is replaced by a one-time link, and every device is signed out', async () => {
    const { email, memberId } = await newPerson('fedor');
    const before = await signedIn(email);
    const asked = newBrowser();
    expect((await asked.post('/api/auth/request-password-reset', { email })).status).toBe(200);
    const token = await tokenFor(email, 'new_password_link');
    expect(token).not.toBe('');
    const newPassword = 'семь старых мостов';
    expect((await asked.post('/api/auth/reset-password', { token, newPassword })).status).toBe(200);
    expect(
      (await newBrowser().post('/api/auth/reset-password', { token, newPassword: 'восемь новых мостов' }))
        .status,
    ).toBe(400);
    await expect(actorOf(before)).rejects.toMatchObject({ code: 'identity.not_signed_in' });
    await signedIn(email, newPassword);
    expect(await journalOf(memberId)).toContain('identity.reset_password');
  });
});

describe('by a one-time link', () => {
  it('lets in once, and the token is nowhere in the database but in the letter', async () => {
    const { email, memberId } = await newPerson('zoya');
    await newBrowser().post('/api/auth/sign-in/magic-link', { email });
    const token = await tokenFor(email, 'sign_in_link');
    const kept = await look(world.system, (tx) =>
      sql`SELECT 1 FROM auth.verification WHERE identifier = ${token} OR value LIKE ${`%${token}%`}`.execute(
        tx.db,
      ),
    );
    expect(kept.rows).toEqual([]);
    const browser = newBrowser();
    expect((await browser.get(`/api/auth/magic-link/verify?token=${token}`)).status).toBe(200);
    expect(await actorOf(browser)).toBe(memberId);
    const again = await newBrowser().get(`/api/auth/magic-link/verify?token=${token}`);
    expect([again.status, again.body['code']]).toEqual([400, 'INVALID_TOKEN']);
  });

  it('is issued by whoever keeps the server, when no letter can be sent', async () => {
    const { email, memberId } = await newPerson('timur');
    const link = new URL(await signIn.issueLink(email));
    const browser = newBrowser();
    await browser.get(`/api/auth/magic-link/verify?token=${link.searchParams.get('token')}`);
    expect(await actorOf(browser)).toBe(memberId);
    expect(await journalOf(memberId)).toContain('identity.issue_link');
    await expect(signIn.issueLink('nobody@mosty.test')).rejects.toMatchObject({
      code: 'identity.no_sign_in',
    });
  });

  it('an address nobody has gets no letter and the same answer', async () => {
    const reply = await newBrowser().post('/api/auth/sign-in/magic-link', { email: 'nobody@mosty.test' });
    expect(reply.status).toBe(200);
    expect(await tokenFor('nobody@mosty.test', 'sign_in_link')).toBe('');
  });
});

describe('by a code from an app', () => {
  it('is asked after the password and after a one-time link; a backup code works once', async () => {
    const { email, memberId } = await newPerson('igor');
    const mine = await signedIn(email);
    const enabled = await mine.post('/api/auth/two-factor/enable', { password: PASSWORD });
    const address = String(enabled.body['totpURI']);
    expect(
      (await mine.post('/api/auth/two-factor/verify-totp', { code: totpCode(address, new Date()) })).status,
    ).toBe(200);
    // Asked again of somebody who is in, the code proves that it is still them, and turns nothing on twice.
    await transact(world.system, (tx) => sql`DELETE FROM auth.proof`.execute(tx.db));
    await mine.post('/api/auth/two-factor/verify-totp', { code: totpCode(address, new Date()) });
    const proofs = await look(world.system, (tx) => sql`SELECT way FROM auth.proof`.execute(tx.db));
    expect(proofs.rows).toEqual([{ way: 'totp' }]);
    const enabledTimes = (await journalOf(memberId)).filter((verb) => verb === 'identity.enable_totp');
    expect(enabledTimes).toHaveLength(1);

    const byPassword = newBrowser();
    const half = await byPassword.post('/api/auth/sign-in/email', { email, password: PASSWORD });
    expect(half.body['twoFactorRedirect']).toBe(true);
    await expect(actorOf(byPassword)).rejects.toMatchObject({ code: 'identity.not_signed_in' });
    expect((await byPassword.post('/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
    await byPassword.post('/api/auth/two-factor/verify-totp', { code: totpCode(address, new Date()) });
    expect(await actorOf(byPassword)).toBe(memberId);

    await newBrowser().post('/api/auth/sign-in/magic-link', { email });
    const byLink = newBrowser();
    const halfByLink = await byLink.get(
      `/api/auth/magic-link/verify?token=${await tokenFor(email, 'sign_in_link')}`,
    );
    expect(halfByLink.body['twoFactorRedirect']).toBe(true);
    await expect(actorOf(byLink)).rejects.toMatchObject({ code: 'identity.not_signed_in' });
    const [code] = enabled.body['backupCodes'] as string[];
    await byLink.post('/api/auth/two-factor/verify-backup-code', { code });
    expect(await actorOf(byLink)).toBe(memberId);

    const second = newBrowser();
    await second.post('/api/auth/sign-in/email', { email, password: PASSWORD });
    expect((await second.post('/api/auth/two-factor/verify-backup-code', { code })).status).toBe(401);
    expect(await journalOf(memberId)).toEqual(
      expect.arrayContaining([
        'identity.enable_totp',
        'identity.sign_in {"way":"totp"}',
        'identity.sign_in {"way":"backup_code"}',
      ]),
    );
  });
});

describe('by a passkey', () => {
  it('lets in a person whom the device has checked, and nobody whom it has not', async () => {
    const { email, memberId } = await newPerson('klara');
    const mine = await signedIn(email);
    const device = softwareAuthenticator(ORIGIN);
    const creation = await mine.get('/api/auth/passkey/generate-register-options');
    const made = await mine.post('/api/auth/passkey/verify-registration', {
      response: device.create(creation.body as never),
      name: 'Телефон',
    });
    expect(made.status).toBe(200);

    const unchecked = newBrowser();
    const first = await unchecked.get('/api/auth/passkey/generate-authenticate-options');
    const refused = await unchecked.post('/api/auth/passkey/verify-authentication', {
      response: device.get(first.body as never, { verified: false }),
    });
    expect(refused.body['code']).toBe('USER_NOT_VERIFIED');

    const browser = newBrowser();
    const options = await browser.get('/api/auth/passkey/generate-authenticate-options');
    const entered = await browser.post('/api/auth/passkey/verify-authentication', {
      response: device.get(options.body as never),
    });
    expect(entered.status).toBe(200);
    expect(await actorOf(browser)).toBe(memberId);
    expect(await journalOf(memberId)).toEqual(
      expect.arrayContaining(['identity.add_passkey', 'identity.sign_in {"way":"passkey"}']),
    );

    const strange = softwareAuthenticator(ORIGIN);
    const other = newBrowser();
    const asked = await other.get('/api/auth/passkey/generate-authenticate-options');
    expect(
      (
        await other.post('/api/auth/passkey/verify-authentication', {
          response: strange.get(asked.body as never),
        })
      ).status,
    ).toBe(401);
  });
});

describe('a session', () => {
  it('ends when signed out, and a cookie with another signature opens nothing', async () => {
    const { email } = await newPerson('lev');
    const browser = await signedIn(email);
    const forged = browser.headers;
    forged.set(
      'cookie',
      (forged.get('cookie') ?? '').replace(
        /\.[^;.]+(;|$)/,
        '.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D$1',
      ),
    );
    await expect(signIn.contextFromRequest({ method: 'GET', headers: forged })).rejects.toMatchObject({
      code: 'identity.not_signed_in',
    });
    const kept = browser.headers;
    expect((await browser.post('/api/auth/sign-out')).status).toBe(200);
    await expect(signIn.contextFromRequest({ method: 'GET', headers: kept })).rejects.toMatchObject({
      code: 'identity.not_signed_in',
    });
  });
});
