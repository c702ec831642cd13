import { afterAll, beforeAll, expect, it } from 'vitest';
import { agreementsAt, openAgreements } from '@mosty/agreements';
import { createPartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { presentDeal } from '../http/present.ts';
import { dealsById } from '../store/deals.ts';
import { checkDuplicate } from './check-duplicate.ts';
import { dealCard } from './deal-card.ts';
import { approveDeal, rejectDeal } from './decide-registration.ts';
import { fillForm, openForm } from './forms.ts';
import { registerDeal } from './register-deal.ts';
import { setRoles } from './set-roles.ts';

let world: World;
let alpha: Id<'partner'>;
let beta: Id<'partner'>;

beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
  alpha = await partner('Альфа');
  beta = await partner('Бета');
});
afterAll(() => world?.close());

async function partner(name: string): Promise<Id<'partner'>> {
  const { id } = await createPartner(world.system, { name });
  const day = businessDate('2026-01-01');
  await openAgreements(world.system, [
    { partnerId: id, class: 'partner_sales', kind: 'agent', startsOn: day, signedOn: day, launchedOn: day },
  ]);
  return id;
}

it('who only implements a deal does not read who brought it: neither by name, nor in our words, nor by an id', async () => {
  const head = world.contextOf('head');
  const form = await openForm(head, { title: 'Передать клиента', consentText: 'Клиент согласен' });
  const { deal } = await fillForm(
    world.database,
    { token: form.token, address: '', client: { name: 'Тополь' }, registrant: 'Альфа, Пётр' },
    { clock: world.clock },
  );
  if (!deal) throw new Error('nothing was registered');
  await approveDeal(head, { dealId: deal.id, partnerId: alpha });
  const agreementOf = (id: string) =>
    look(world.system, async (tx) => (await agreementsAt(tx, [id]))[0]?.id as Id<'agreement'>);
  await setRoles(head, {
    dealId: deal.id,
    roles: [
      {
        partnerId: alpha,
        agreementId: await agreementOf(alpha),
        role: 'source',
        sharePpm: 1_000_000,
        capMinor: null,
      },
      {
        partnerId: beta,
        agreementId: await agreementOf(beta),
        role: 'implement',
        sharePpm: 1_000_000,
        capMinor: null,
      },
    ],
  });
  const read = (ctx: Context) =>
    look(ctx, async (tx) => {
      const [found] = await dealsById(tx, [deal.id]);
      if (!found) throw new Error('who takes part sees the deal');
      return presentDeal(tx, found);
    });
  const shown = await read(await world.contextOfPartner(beta));
  expect(shown).toMatchObject({ namedRegistrant: null, agreementId: null, decisionReason: null });
  expect(
    JSON.stringify(shown, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  ).not.toMatch(new RegExp(`Альфа|${alpha}|${await agreementOf(alpha)}`));
  expect(await read(await world.contextOfPartner(alpha))).toMatchObject({
    namedRegistrant: 'Альфа, Пётр',
    agreementId: await agreementOf(alpha),
  });
});

it('who handed a client over reads how it went: what was said and why, never who of us said it', async () => {
  const head = world.contextOf('head');
  const own = await world.contextOfPartner(alpha);
  const { deal } = await registerDeal(own, {
    client: { name: 'Осина' },
    handoverBasis: 'client_consent',
  });
  if (!deal) throw new Error('nothing was registered');
  await rejectDeal(head, { dealId: deal.id, reason: 'Этим рынком мы не занимаемся' });
  const read = (ctx: Context) =>
    look(ctx, async (tx) => {
      const [found] = await dealsById(tx, [deal.id]);
      return found && dealCard(tx, found, true);
    });
  const card = await read(own);
  expect(card?.history).toEqual([
    expect.objectContaining({
      what: 'rejected',
      by: '',
      params: { reason: 'Этим рынком мы не занимаемся' },
    }),
    expect.objectContaining({ what: 'registered', by: '', params: {} }),
  ]);
  expect(await read(await world.contextOfPartner(beta))).toBeUndefined();
});

it('a partner asks about a few clients an hour, not about all whom the company has', async () => {
  const own = await world.contextOfPartner(beta);
  const ask = (ctx: Context) => checkDuplicate(ctx, { client: { name: 'Никто', email: 'a@nobody.example' } });
  for (let n = 0; n < 60; n += 1) await ask(own);
  await expect(ask(own)).rejects.toMatchObject({ kind: 'limit', code: 'deals.checked_too_often' });
  expect(await ask(world.contextOf('manager'))).toMatchObject({ answer: 'accepted' });
  world.clock.advance(3_600_001);
  expect(await ask(own)).toMatchObject({ answer: 'accepted' });
});
