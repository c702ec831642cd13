import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { findMessage, type Message } from '../store/messages.ts';
import { inviteMember } from './invite-member.ts';
import { openMessage } from './open-message.ts';
import { queueMessage } from './queue-message.ts';
import { retryMessage } from './retry-message.ts';
import { startSender, type Sender } from './sender.ts';

const PUBLIC = 'https://partners.mosty.test';
const letters: Buffer[] = [];
let refuseMail = false;
let smtp: SMTPServer;
let smtpUrl: string;
let db: TestDatabase;
let world: World;

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refuseMail) return done(new Error('the mailbox is full'));
        letters.push(Buffer.concat(chunks));
        done();
      });
    },
  });
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  smtpUrl = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
  db = await testDatabase();
  world = await testWorkspace(db);
});

afterAll(async () => {
  await world?.close();
  await db?.drop();
  await new Promise<void>((done) => smtp.close(() => done()));
});

async function withSender<T>(
  where: World,
  server: string | undefined,
  work: (sender: Sender) => Promise<T>,
): Promise<T> {
  const sender = startSender({
    database: where.database,
    publicUrl: PUBLIC,
    smtpUrl: server,
    mailFrom: 'Мосты <partners@mosty.test>',
    world: { clock: where.clock, ids: where.ids },
    onFault: (error) => {
      throw error;
    },
  });
  try {
    return await work(sender);
  } finally {
    await sender.stop();
  }
}

const write = (where: World, to: string, secretUntil?: Date): Promise<Id<'message'>> =>
  transact(where.system, (tx) =>
    queueMessage(tx, {
      kind: 'test',
      to,
      letter: { subject: 'Ёлка № 1', text: 'Ссылка: {origin}/x\n' },
      ...(secretUntil ? { secretUntil } : {}),
    }),
  );

async function stateOf(where: World, id: Id<'message'>): Promise<Message> {
  const found = await look(where.system, (tx) => findMessage(tx, id));
  if (!found) throw new Error('no such letter');
  return found;
}

describe('a letter', () => {
  it('is delivered after the commit, word for word, with the address of the program in its link', async () => {
    await withSender(world, smtpUrl, async (sender) => {
      const { id } = await inviteMember(world.contextOf('owner'), {
        email: 'olga@mosty.test',
        name: 'Ольга',
        role: 'finance',
      });
      await sender.deliver();
      const mail = await PostalMime.parse(letters.at(-1) ?? '');
      expect(mail.subject).toBe('Приглашение в «Company 1»');
      expect(mail.from).toMatchObject({ address: 'partners@mosty.test', name: 'Мосты' });
      expect(mail.to).toMatchObject([{ address: 'olga@mosty.test' }]);
      expect(mail.text).toMatch(/https:\/\/partners\.mosty\.test\/invitations\/[\w-]{43}\n/);
      expect(mail.text).not.toContain('{origin}');
      expect(id).toMatch(/^inv_/);
    });
  });

  it('of a transaction that was rolled back never leaves', async () => {
    const before = letters.length;
    await withSender(world, smtpUrl, async (sender) => {
      const failing = transact(world.system, async (tx) => {
        await queueMessage(tx, {
          kind: 'test',
          to: 'nobody@mosty.test',
          letter: { subject: 'x', text: 'x' },
        });
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await sender.deliver();
    });
    expect(letters).toHaveLength(before);
  });

  it('with a one-time link is erased once delivered', async () => {
    const id = await write(world, 'secret@mosty.test', new Date(world.clock.now().getTime() + 900_000));
    await withSender(world, smtpUrl, (sender) => sender.deliver());
    expect(await stateOf(world, id)).toMatchObject({ state: 'sent', body: null });
    await expect(openMessage(world.contextOf('owner'), { messageId: id })).rejects.toMatchObject({
      code: 'identity.message_erased',
    });
  });

  it('that the server refuses is tried again later and at last given up; it can be sent by hand', async () => {
    refuseMail = true;
    const id = await write(world, 'full@mosty.test');
    await withSender(world, smtpUrl, async (sender) => {
      await sender.deliver();
      expect(await stateOf(world, id)).toMatchObject({
        state: 'queued',
        attempts: 1,
      });
      expect((await stateOf(world, id)).lastError).toContain('mailbox is full');
      await sender.deliver();
      expect((await stateOf(world, id)).attempts).toBe(1);
      for (let attempt = 0; attempt < 6; attempt += 1) {
        world.clock.advance(8 * 3_600_000);
        await sender.deliver();
      }
      expect(await stateOf(world, id)).toMatchObject({ state: 'failed', attempts: 7 });
      refuseMail = false;
      await retryMessage(world.contextOf('head'), { messageId: id });
      await sender.deliver();
      expect(await stateOf(world, id)).toMatchObject({ state: 'sent', lastError: null });
      await expect(retryMessage(world.contextOf('head'), { messageId: id })).rejects.toMatchObject({
        code: 'identity.message_sent',
      });
    });
  });

  it('is sent once by two senders', async () => {
    const before = letters.length;
    await write(world, 'twice@mosty.test');
    await withSender(world, smtpUrl, (one) =>
      withSender(world, smtpUrl, (two) => Promise.all([one.deliver(), two.deliver()])),
    );
    expect(letters.length - before).toBe(1);
  });
});

describe('without a mail server', () => {
  it('letters are kept for owner and head to read; a link that lets in as somebody else is the owner’s to read', async () => {
    const plain = await write(world, 'kept@mosty.test');
    const { id: _invitation } = await inviteMember(world.contextOf('owner'), {
      email: 'second@mosty.test',
      name: 'Второй',
      role: 'owner',
    });
    const secret = await transact(world.system, (tx) =>
      queueMessage(tx, {
        kind: 'sign_in_link',
        to: 'owner@mosty.test',
        letter: { subject: 'x', text: 'x' },
        secretUntil: new Date(world.clock.now().getTime() + 900_000),
        forOwnerOnly: true,
      }),
    );
    await withSender(world, undefined, (sender) => sender.deliver());
    expect(await stateOf(world, plain)).toMatchObject({ state: 'kept', attempts: 0 });
    expect((await openMessage(world.contextOf('head'), { messageId: plain })).body).toContain('{origin}/x');
    await expect(openMessage(world.contextOf('finance'), { messageId: plain })).rejects.toMatchObject({
      code: 'identity.not_permitted',
    });
    await expect(openMessage(world.contextOf('head'), { messageId: secret })).rejects.toMatchObject({
      code: 'identity.owners_only',
    });
    expect((await openMessage(world.contextOf('owner'), { messageId: secret })).body).toBe('x');
    world.clock.advance(900_000);
    await withSender(world, undefined, (sender) => sender.deliver());
    expect((await stateOf(world, secret)).body).toBeNull();
  });

  it('and of a demo company, whatever the server, nothing leaves the house', async () => {
    const demo = await testWorkspace(db, { isDemo: true });
    const before = letters.length;
    const id = await write(demo, 'stranger@mosty.test');
    await withSender(demo, smtpUrl, (sender) => sender.deliver());
    expect(await stateOf(demo, id)).toMatchObject({ state: 'kept' });
    expect(letters).toHaveLength(before);
    await demo.close();
  });
});
