import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { systemContext } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { drainEvents } from '@mosty/kernel/events';
import { idSource, type Id } from '@mosty/kernel/id';
import { REACTIONS } from '@mosty/server/composition';
import { createLink, setLinkSettings } from '@mosty/tracking';
import { appFor } from '../api/app.ts';
import { smallCompany } from '../api/company.ts';

/** Late, doubled, in any order: what a shop tells of one client settles to the same state. */
let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let app: FastifyInstance;
let links: { id: string; key: string; partnerId: string }[];

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  const { agreementIds } = await smallCompany(world, 'П');
  await setLinkSettings(world.contextOf('owner'), {
    destinations: [{ host: 'shop.example', withSubdomains: false }],
    domains: [],
    floorPpm: 0n,
    ourDiscountPpm: 0n,
  });
  links = await Promise.all(
    agreementIds.map((agreementId) =>
      createLink(world.contextOf('manager'), {
        agreementId: agreementId as Id<'agreement'>,
        destination: 'https://shop.example/',
      }),
    ),
  );
  app = await appFor({ shop: world.system });
}, 60_000);
afterAll(async () => {
  await app.close();
  await world.close();
  await db.drop();
});

async function tell(what: string, body: object): Promise<number> {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1/track/${what}`,
    headers: { 'x-actor': 'shop', 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  });
  if (answer.statusCode >= 300) throw new Error(`${what}: ${answer.body}`);
  return answer.statusCode;
}

function react(): Promise<void> {
  return drainEvents({
    database: world.database,
    reactions: REACTIONS,
    contextOf: (workspaceId, job) => systemContext(world.database, workspaceId, job, { clock: world.clock }),
    onFailure: (reaction, error) => {
      throw new Error(`${reaction} failed`, { cause: error });
    },
  });
}

/** The id the server gives a visit that is told with a number and a time. */
function clickIdOf(externalId: string, timestamp: string): string {
  const named = createHash('sha256').update(`${world.workspaceId}\n${externalId}`).digest();
  return idSource((count) => new Uint8Array(named).slice(0, count)).next('click', new Date(timestamp));
}

/** Two partners led one browser to the shop, the second of them last; then a sign-up, a payment, a part of it back. */
function factsOf(n: number): { what: string; body: object }[] {
  const [first, second] = links;
  const visitorId = `visitor-${n}`;
  const clicked = (part: string, timestamp: string) => ({ externalId: `${n}-${part}`, visitorId, timestamp });
  const late = clicked('b', '2026-02-12T10:00:00.000Z');
  const customerExternalId = `client-${n}`;
  return [
    { what: 'click', body: { ...clicked('a', '2026-02-10T10:00:00.000Z'), key: first?.key } },
    { what: 'click', body: { ...late, url: `https://shop.example/?ref=${second?.key}` } },
    {
      what: 'lead',
      body: {
        clickId: clickIdOf(late.externalId, late.timestamp),
        eventName: 'sign up',
        customerExternalId,
        customerName: 'Ромашка',
        timestamp: '2026-02-12T10:05:00Z',
      },
    },
    {
      what: 'sale',
      body: { customerExternalId, amount: 100_000, invoiceId: `inv-${n}`, timestamp: '2026-02-13T10:00:00Z' },
    },
    {
      what: 'refund',
      body: {
        refundId: `ref-${n}`,
        invoiceId: `inv-${n}`,
        amount: 40_000,
        timestamp: '2026-02-14T10:00:00Z',
      },
    },
  ];
}

interface State {
  readonly name: string;
  readonly lead: { readonly link: string; readonly partner: string };
  readonly visitors: number;
  readonly awaited: number;
  readonly matched: boolean;
  readonly credited: readonly string[];
  readonly owed: Readonly<Record<string, string>>;
}

function stateOf(n: number): Promise<State> {
  return look(world.system, async (tx) => {
    const { rows } = await sql<{ state: State }>`
      SELECT jsonb_build_object(
        'name', c.name,
        'lead', (SELECT jsonb_build_object('link', l.link_id, 'partner', l.partner_id) FROM tracking.lead l WHERE l.client_id = c.id),
        'visitors', (SELECT count(*) FROM tracking.visitor_client v WHERE v.client_id = c.id),
        'awaited', (SELECT count(*) FROM tracking.awaited_click w WHERE w.client_id = c.id),
        'matched', (SELECT r.matched_at IS NOT NULL FROM deals.refund r WHERE r.external_id = ${`ref-${n}`}),
        'credited', (SELECT jsonb_agg(p.partner_id) FROM attribution.participant p
          JOIN deals.sale s ON s.id = p.sale_id WHERE s.client_id = c.id AND p.withdrawn_at IS NULL),
        'owed', (SELECT jsonb_object_agg(o.partner_id, o.amount::text) FROM (
          SELECT a.partner_id, sum(a.amount_minor) AS amount FROM incentives.accrual a
          LEFT JOIN deals.sale s ON s.id = a.sale_id LEFT JOIN deals.refund r ON r.id = a.refund_id
          WHERE s.client_id = c.id OR r.client_id = c.id OR r.external_id = ${`ref-${n}`}
          GROUP BY a.partner_id HAVING sum(a.amount_minor) <> 0) o)) AS state
      FROM directory.client c WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.external_id = ${`client-${n}`}`.execute(
      tx.db,
    );
    return rows[0]?.state ?? expect.fail('no client');
  });
}

it('settles to one state whatever comes first, late or twice', async () => {
  let n = 0;
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
  const again = fc.array(fc.tuple(fc.nat(4), fc.nat(6)), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(
      order,
      again,
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      async (places, twice, pauses) => {
        n += 1;
        const facts = factsOf(n);
        const told = [...places];
        for (const [which, at] of twice) told.splice(at, 0, which);
        for (const [step, place] of told.entries()) {
          const fact = facts[place];
          if (fact) await tell(fact.what, fact.body);
          if (pauses[step]) await react();
        }
        await react();
        const [, second] = links;
        expect(await stateOf(n)).toEqual({
          name: 'Ромашка',
          lead: { link: second?.id, partner: second?.partnerId },
          visitors: 1,
          awaited: 0,
          matched: true,
          credited: [second?.partnerId],
          // a tenth of what was kept: 100,000 − 40,000
          owed: { [second?.partnerId ?? '']: '6000' },
        });
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

it('the same fact in other words is a conflict, and nothing of it is recorded', async () => {
  const sale = { customerExternalId: 'client-x', amount: 5_000, invoiceId: 'inv-x' };
  await tell('sale', sale);
  await tell('sale', sale);
  await expect(tell('sale', { ...sale, amount: 6_000 })).rejects.toThrow('tracking.told_differently');
  await expect(
    tell('sale/batch', [
      { ...sale, invoiceId: 'inv-y' },
      { ...sale, eventName: 'other' },
    ]),
  ).rejects.toThrow('tracking.told_differently');
  const { rows } = await look(world.system, (tx) =>
    sql<{ count: string }>`SELECT count(*) FROM deals.sale WHERE external_id IN ('inv-x', 'inv-y')`.execute(
      tx.db,
    ),
  );
  expect(String(rows[0]?.count)).toBe('1');
});
