import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listMembers, startSender, type Sender } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { NOTICE_KINDS, NOTICE_WAYS, waysOf } from '../contract.ts';
import { isQuiet } from '../domain/quiet.ts';
import { chooseNotices, ownChoices } from './choose-notices.ts';
import { defineNotice } from './define-notice.ts';
import { readNotice } from './read-notices.ts';
import { sendDigests } from './send-digests.ts';
import { sendPutOff } from './send-put-off.ts';
import { tell } from './tell.ts';

interface Mail {
  readonly subject: string | undefined;
  readonly text: string | undefined;
  readonly to: string | undefined;
}
const letters: Buffer[] = [];
let smtp: SMTPServer;
let database: TestDatabase;
let world: World;
let sender: Sender;
let head: Context;
let headId: Id<'member'>;

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        letters.push(Buffer.concat(chunks));
        done();
      });
    },
  });
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  database = await testDatabase();
  world = await testWorkspace(database);
  head = world.contextOf('head');
  const found = (await look(head, (tx) => listMembers(tx, false))).find(({ role }) => role === 'head');
  if (!found) throw new Error('nobody is head');
  headId = found.id;
  sender = startSender({
    database: world.database,
    publicUrl: 'https://partners.mosty.test',
    smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    mailFrom: 'Мосты <partners@mosty.test>',
    world: { clock: world.clock, ids: world.ids },
    onFault: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await sender?.stop();
  await world?.close();
  await database?.drop();
  await new Promise<void>((done) => smtp.close(() => done()));
});

for (const kind of NOTICE_KINDS)
  defineNotice(`proof.${kind}`, {
    kind,
    title: { ru: `Новость: ${kind}`, en: `News: ${kind}` },
    text: { ru: '{{who}} и {{sum}}', en: '{{who}} and {{sum}}' },
  });

const say = (kind: (typeof NOTICE_KINDS)[number]) =>
  transact(world.system, (tx) =>
    tell(tx, {
      code: `proof.${kind}`,
      to: [headId],
      params: { who: 'ИП Иванова', sum: { minor: 12_345, currency: 'RUB' } },
      path: '/deals',
    }),
  );
const at = (text: string) => world.clock.set(new Date(text));
const night = { fromMinute: 21 * 60, toMinute: 8 * 60, zone: 'Europe/Moscow' };

async function sent(): Promise<readonly Mail[]> {
  const before = letters.length;
  await sendPutOff(world.system);
  await sendDigests(world.system);
  await sender.deliver();
  const mails = await Promise.all(letters.slice(before).map((letter) => PostalMime.parse(letter)));
  return mails.map(({ subject, text, to }) => ({ subject, text, to: to?.[0]?.address }));
}

it('a letter says what happened and where to look: no names and no sums', async () => {
  at('2026-11-18T09:00:00Z');
  await chooseNotices(head, { ways: { deals: 'letter' }, quiet: night });
  await say('deals');
  const [mail, ...more] = await sent();
  expect(more).toEqual([]);
  expect(mail?.subject).toBe('Mosty: Новость: deals');
  expect(mail?.text).toContain('https://partners.mosty.test/deals');
  expect(mail?.text).toContain('https://partners.mosty.test/settings/notices');
  expect(mail?.text).not.toMatch(/Иванова|123/);
});

it('what comes at night waits for the morning, goes in one letter, and what was read by then does not go', async () => {
  at('2026-11-18T19:00:00Z');
  await say('deals');
  await say('deals');
  await say('deals');
  expect(await sent()).toEqual([]);
  const unread = await look(head, (tx) =>
    sql<{
      id: Id<'notice'>;
    }>`SELECT id FROM notices.notice WHERE letter_at IS NULL AND letter_due_at IS NOT NULL`.execute(tx.db),
  );
  expect(unread.rows).toHaveLength(3);
  const [first] = unread.rows;
  if (first) await readNotice(head, { noticeId: first.id });
  at('2026-11-19T05:00:00Z');
  expect((await sent()).map(({ subject }) => subject)).toEqual(['Mosty: новостей – 2']);
  expect(await sent()).toEqual([]);
});

it('choice × kind × quiet hours × zone: never in quiet hours, never lost, once', {
  timeout: 60_000,
}, async () => {
  const kinds = NOTICE_KINDS.filter((kind) => kind !== 'digest');
  const minute = fc.integer({ min: 0, max: 1_439 });
  let day = Date.parse('2027-01-05T00:00:00Z');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...kinds),
      fc.constantFrom(...NOTICE_WAYS),
      fc.record({
        fromMinute: minute,
        toMinute: minute,
        zone: fc.constantFrom('Europe/Moscow', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham'),
      }),
      minute,
      async (kind, way, quiet, told) => {
        await chooseNotices(head, { ways: { [kind]: way, digest: 'none' }, quiet });
        day += 3 * 86_400_000;
        world.clock.set(new Date(day + told * 60_000));
        await say(kind);
        const came: boolean[] = [];
        // The calendar's rounds come every quarter of an hour; every hour finds out as much.
        for (let hour = 0; hour <= 25; hour += 1) {
          for (const _mail of await sent()) came.push(isQuiet(world.clock.now(), quiet));
          world.clock.advance(3_600_000);
        }
        // A gap between quiet hours narrower than the round of this test may be missed by it, never by a day.
        const loudMinutes = (quiet.fromMinute - quiet.toMinute + 1_440) % 1_440 || 1_440;
        if (way !== 'letter') expect(came).toEqual([]);
        else if (loudMinutes > 60) expect(came).toEqual([false]);
        else expect(came.every((inQuiet) => !inQuiet)).toBe(true);
        await transact(world.system, (tx) =>
          sql`UPDATE notices.notice SET letter_due_at = NULL WHERE letter_at IS NULL`.execute(tx.db),
        );
      },
    ),
    { numRuns: 12 },
  );
});

it('on Monday at eight by the company’s clock: counts and links, once, and nothing to those who have read it all', async () => {
  await chooseNotices(head, { ways: { deals: 'in_app', money: 'in_app', digest: 'letter' }, quiet: night });
  at('2027-06-10T09:00:00Z');
  await say('deals');
  await say('deals');
  await say('money');
  at('2027-06-13T12:00:00Z');
  expect(await sent()).toEqual([]);
  at('2027-06-14T04:59:00Z');
  expect(await sent()).toEqual([]);
  at('2027-06-14T05:00:00Z');
  const mails = await sent();
  expect(mails.map(({ subject }) => subject)).toEqual(['Mosty: итоги недели']);
  expect(mails[0]?.text).toContain('Клиенты и сделки: 2\nДеньги: 1');
  expect(mails[0]?.text).toContain('https://partners.mosty.test/notices');
  expect(mails[0]?.text).not.toMatch(/Иванова/);
  expect(await sent()).toEqual([]);
  at('2027-06-21T05:00:00Z');
  expect(await sent()).toEqual([]);
});

it('a person chooses within what a kind allows; without a choice the role decides', async () => {
  const manager = world.contextOf('manager');
  const usual = await look(manager, ownChoices);
  expect(usual.items.every((item) => item.isUsual && waysOf(item.kind).includes(item.way))).toBe(true);
  expect(usual.quiet).toEqual({ fromMinute: 1_260, toMinute: 480, zone: 'Europe/Moscow' });
  await chooseNotices(manager, { ways: { deals: 'none' }, quiet: night });
  const [deals] = (await look(manager, ownChoices)).items;
  expect(deals).toMatchObject({ kind: 'deals', way: 'none', usual: 'letter', isUsual: false });
  await expect(chooseNotices(manager, { ways: { digest: 'in_app' }, quiet: night })).rejects.toMatchObject({
    code: 'notices.digest_is_a_letter',
  });
  await expect(
    chooseNotices(manager, { ways: {}, quiet: { ...night, zone: 'Нигде' } }),
  ).rejects.toMatchObject({ code: 'notices.no_such_zone' });
});
