import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreementsAt, openAgreements } from '@mosty/agreements';
import { createPartner } from '@mosty/directory';
import { openSignIn, type SignIn } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import * as api from '../contract.ts';
import { openForm } from '../service/forms.ts';
import { dealsPublicRoutes } from './public.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let signIn: SignIn;
let agreementId: Id<'agreement'>;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  signIn = openSignIn({
    database: world.database,
    secret: 'a secret of this test only, longer than 32 characters',
    publicUrl: 'http://localhost',
    world: { clock: world.clock },
  });
  const { id } = await createPartner(world.system, { name: 'Альфа' });
  const day = businessDate('2026-01-01');
  await openAgreements(world.system, [
    { partnerId: id, class: 'partner_sales', kind: 'agent', startsOn: day, signedOn: day, launchedOn: day },
  ]);
  const [agreement] = await look(world.system, (tx) => agreementsAt(tx, [id]));
  if (!agreement) throw new Error('an agreement was opened');
  agreementId = agreement.id;
});
afterAll(async () => {
  await world.close();
  await db.drop();
});

const formOfPartner = async () =>
  (await openForm(world.contextOf('head'), { title: 'Передать', consentText: 'Согласен', agreementId }))
    .token;

async function fill(token: string, { address, name }: { address: string; name: string }): Promise<string> {
  const served = dealsPublicRoutes.find(({ operation }) => operation.id === api.fillDealForm.id);
  if (!served) throw new Error('nobody serves the form');
  try {
    const { answer } = await served.handle(signIn, {
      params: { token },
      query: {},
      body: { client: { name, site: `${name}.example` }, agreed: true },
      remoteAddress: address,
      origin: 'http://localhost',
      headers: {},
    });
    return api.fillDealForm.answer.parse(JSON.parse(JSON.stringify(answer))).answer;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

async function answersOf(times: number, one: (at: number) => Promise<string>): Promise<string[]> {
  const answers: string[] = [];
  for (let at = 0; at < times; at += 1) answers.push(await one(at));
  return answers;
}

test('asking about one client again and again is counted, though nothing is written down', async () => {
  const token = await formOfPartner();
  const asked = await answersOf(12, () => fill(token, { address: '203.0.113.1', name: 'one' }));
  expect(asked[0]).toBe('accepted');
  expect(asked.slice(1, 10)).toEqual(Array(9).fill('yours_already'));
  expect(asked.slice(10)).toEqual(Array(2).fill('deals.form_too_often'));
});

test('a stranger closes the form for itself: for others it stays open, and so does another form', async () => {
  const token = await formOfPartner();
  const stranger = { address: '2001:db8::1', name: 'spam' };
  await answersOf(700, () => fill(token, stranger));
  // Another box of the same household is the same stranger.
  expect(await fill(token, { address: '2001:db8::ffff', name: 'more' })).toBe('deals.form_too_often');
  expect(await fill(token, { address: '203.0.113.2', name: 'honest' })).toBe('accepted');
  expect(await fill(await formOfPartner(), { ...stranger, name: 'elsewhere' })).toBe('accepted');
});

test('ten minutes later the same person may go on, and not for ever', async () => {
  const token = await formOfPartner();
  const person = (name: string) => fill(token, { address: '203.0.113.3', name });
  const heard: string[][] = [];
  for (let turn = 0; turn < 7; turn += 1) {
    heard.push(await answersOf(10, (at) => person(`client-${turn}-${at}`)));
    world.clock.advance(11 * 60_000);
  }
  expect(heard.slice(0, 6).flat()).not.toContain('deals.form_too_often');
  // Sixty a day of one address is more than a person hands over.
  expect(heard[6]).toEqual(Array(10).fill('deals.form_too_often'));
});
