import { openAgreements, proposeVersion } from '@mosty/agreements';
import {
  clientsByExternal,
  confirmResult,
  importClients,
  importPartners,
  setRequisites,
  verifyRequisites,
} from '@mosty/directory';
import { recordCosts } from '@mosty/deals';
import { approveMatured, settleRefunds, settleSales } from '@mosty/incentives';
import { rebuildRollups } from '@mosty/insight';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { MICRO_PER_MINOR } from '@mosty/kernel/money';
import { businessDate, month } from '@mosty/kernel/time';
import { approvePayoutBatch, closeMonth, makePayoutBatch, sendStatements } from '@mosty/payouts';
import type { World } from '@mosty/testkit';
import { createCode } from '@mosty/tracking';
import { percentScheme } from './scheme.ts';

export const CLASSES = ['referral', 'partner_sales', 'alliance'] as const;
export type Class = (typeof CLASSES)[number];

/** Kopecks, chosen so that every sum of two classes is a number of its own. */
export const SOLD: Readonly<Record<Class, readonly bigint[]>> = {
  referral: [1_212_347n, 2_323_463n],
  partner_sales: [31_415_927n, 27_182_819n],
  alliance: [161_803_403n, 141_421_357n],
};
export const RETURNED: Readonly<Record<Class, bigint>> = {
  referral: 101_027n,
  partner_sales: 2_020_237n,
  alliance: 30_303_479n,
};
export const SPENT: Readonly<Record<Class, bigint>> = {
  referral: 7_654_321n,
  partner_sales: 8_765_437n,
  alliance: 9_876_541n,
};

const JANUARY = businessDate('2026-01-12');
const FEBRUARY = businessDate('2026-02-01');
const sale = { currency: 'RUB' };

/**
 * One partner under three agreements of three classes, so that even its own figures could be summed by mistake: sold,
 * returned, spent on, its month closed and its money gathered into a batch.
 */
export async function companyOfThreeClasses(world: World): Promise<Id<'partner'>> {
  const { system } = world;
  const [head, owner, finance] = [
    world.contextOf('head'),
    world.contextOf('owner'),
    world.contextOf('finance'),
  ];
  const [partner] = await importPartners(system, [{ externalId: 'P1', name: 'Один на все случаи' }]);
  if (!partner || !('id' in partner)) throw new Error('no partner');
  const partnerId = partner.id as Id<'partner'>;
  await importClients(system, [{ externalId: 'C0', name: 'Он же клиент' }]);
  await settleSales(system, {
    source: 'story',
    // Both months have a direct sale: what the company was paid is then no sum of the three.
    sales: ['2026-01-15T09:00:00Z', '2026-02-15T09:00:00Z'].map((at) => ({
      ...sale,
      externalId: `direct ${at}`,
      clientExternalId: 'C0',
      occurredAt: new Date(at),
      amountMicro: 55_555_553n * MICRO_PER_MINOR,
    })),
  });
  const clientId = (await look(system, (tx) => clientsByExternal(tx, ['C0']))).get('C0')?.id;
  if (!clientId) throw new Error('no client');
  await confirmResult(head, { clientId, evidence: 'Остатки сходятся', satisfied: true, consents: true });
  const agreements = await openAgreements(head, [
    { ...dated(FEBRUARY), partnerId, class: 'referral', kind: 'client', clientId },
    {
      ...dated(JANUARY),
      partnerId,
      class: 'partner_sales',
      kind: 'agent',
      classReason: 'Продаёт и чужим',
    },
    { ...dated(JANUARY), partnerId, class: 'alliance', kind: 'ally' },
  ]);
  for (const [place, name] of CLASSES.entries()) {
    const agreement = agreements[place];
    if (!agreement || !('id' in agreement)) throw new Error(`${name}: ${JSON.stringify(agreement)}`);
    const agreementId = agreement.id as Id<'agreement'>;
    await percentScheme(world, { agreementIds: [agreementId], ratePpm: 100_000, from: FEBRUARY });
    await createCode(world.contextOf('manager'), { agreementId, code: codeOf(name), kind: 'referral' });
    await trade(world, name);
  }
  await writeTwice(world, agreements[2]);
  await recordCosts(system, {
    source: 'story',
    costs: CLASSES.map((name) => ({
      externalId: `cost-${name}`,
      partnerId,
      class: name,
      kind: 'event',
      occurredOn: '2026-02-03',
      currency: 'RUB',
      amountMinor: SPENT[name],
    })),
  });
  const requisites = await setRequisites(head, {
    partnerId,
    country: 'RU',
    legalForm: 'sole_proprietor',
    legalName: 'ИП Ёлкина Мария',
    taxNumber: '500100732259',
    fields: {},
    bank: {
      account: '40802810000000000002',
      bik: '044525225',
      bankName: 'ПАО Сбербанк',
      correspondentAccount: '30101810400000000225',
    },
  });
  await verifyRequisites(finance, { requisitesId: requisites.id, verdict: 'verified' });
  await approveMatured(system);
  for (const one of ['2026-01', '2026-02']) await closeMonth(finance, { month: month(one) });
  await sendStatements(finance, { month: month('2026-02') });
  const { batchId } = await makePayoutBatch(finance, {});
  await approvePayoutBatch(owner, { batchId });
  await rebuildRollups(system);
  return partnerId;
}

/** Two versions of what is expected: one to print, two to lay side by side. */
async function writeTwice(world: World, agreement: { readonly outcome: string } | undefined): Promise<void> {
  if (!agreement || !('id' in agreement)) throw new Error('no agreement to write of');
  const agreementId = agreement.id as Id<'agreement'>;
  for (const success of ['Общий сценарий к лету', 'Общий сценарий к осени'])
    await proposeVersion(world.contextOf('head'), {
      agreementId,
      body: {
        success,
        whoAnswers: 'У нас Мария, у вас Анна',
        ifItBreaks: 'Созвон за день',
        howCounted: 'По оплаченным счетам',
        promises: [],
      },
    });
}

function dated(day: typeof JANUARY) {
  return { startsOn: day, signedOn: day, launchedOn: day };
}

function codeOf(name: Class): string {
  return `KOD-${name.replace('_', '-')}`;
}

async function trade(world: World, name: Class): Promise<void> {
  await settleSales(world.system, {
    source: 'story',
    sales: SOLD[name].map((minor, place) => ({
      ...sale,
      externalId: `${name}-${place}`,
      clientExternalId: `${name}-client-${place}`,
      clientName: `Клиент ${name} ${place}`,
      namedCode: codeOf(name),
      occurredAt: new Date(`2026-02-1${place}T09:00:00Z`),
      amountMicro: minor * MICRO_PER_MINOR,
    })),
  });
  await settleRefunds(world.system, {
    source: 'story',
    refunds: [
      {
        ...sale,
        externalId: `refund-${name}`,
        saleExternalId: `${name}-0`,
        link: 'sale',
        occurredAt: new Date('2026-02-20T09:00:00Z'),
        amountMicro: RETURNED[name] * MICRO_PER_MINOR,
      },
    ],
  });
}
