import { rebuildRollups } from '@mosty/insight';
import { ledgerVerdict } from '@mosty/ledger';
import { look } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { openAgreement } from '@mosty/agreements';
import { createPartner } from '@mosty/directory';
import { assignScheme, draftScheme, publishVersion, settleSales } from '@mosty/incentives';
import { termsSchema } from '@mosty/incentives/contract';
import type { Context } from '@mosty/kernel/context';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { createLink, setLinkSettings } from '@mosty/tracking';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playSale } from './play-sale.ts';
import { readPlay } from './play/read-play.ts';
import { undoPlayedSale } from './undo-played-sale.ts';

const BROWSER =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';
const person = { userAgent: BROWSER };

let db: Awaited<ReturnType<typeof testDatabase>>;
const worlds: World[] = [];
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  for (const world of worlds) await world.close();
  await db.drop();
});

async function company(wishes: { isDemo?: boolean } = {}): Promise<World> {
  const world = await testWorkspace(db, wishes);
  worlds.push(world);
  return world;
}

/** Goes on while it is asked, as a real one does. */
function tickingClock({ clock }: World): Context['clock'] {
  return {
    now() {
      clock.advance(1);
      return clock.now();
    },
  };
}

async function one<T>(ctx: Context, query: ReturnType<typeof sql<T>>): Promise<T | undefined> {
  return (await look(ctx, (tx) => query.execute(tx.db))).rows[0];
}

/** Everything that is not zero in the ledger, and whether the ledger agrees with itself. */
async function books(world: World) {
  const open = await look(world.system, (tx) =>
    sql`SELECT kind, amount_minor FROM ledger.v_balance
      WHERE workspace_id = ${tx.workspaceId}::uuid AND amount_minor <> 0`.execute(tx.db),
  );
  return { open: open.rows, verdict: await look(world.system, (tx) => ledgerVerdict(tx)) };
}

describe('an empty company', () => {
  it('sees the whole way, each step read back from its module', async () => {
    const world = await company();
    const manager = world.contextOf('manager');
    expect(await readPlay(manager)).toEqual({ can: { play: true }, play: null });

    await playSale({ ...manager, clock: tickingClock(world) }, person);
    const { can, play } = await readPlay(manager);

    expect(can).toEqual({ play: { because: 'integrations.play_stands' } });
    expect(play).toMatchObject({
      isTrial: true,
      partner: { name: 'Партнёр для пробы' },
      client: { name: 'Клиент для пробы № 1' },
      sale: { externalId: 'ПРОБА-1', amountMinor: 5_000_000n, currency: 'RUB' },
      decision: { kind: 'credited', rule: 'touches', lost: [] },
    });
    expect(play?.click?.id).toMatch(/^clk_/);
    expect(play?.lead).not.toBeNull();
    expect(play?.decision.steps.map((step) => step.said)).toContain('decided');
    expect(play?.decision.participants).toMatchObject([{ partnerId: play?.partner.id, sharePpm: 1_000_000 }]);
    expect(play?.accruals).toMatchObject([
      { partnerId: play?.partner.id, amountMinor: 500_000n, state: 'pending', schemeName: 'Проба: 10 %' },
    ]);
    expect(play?.accruals[0]?.lines.map((line) => line.code)).toContain('percent');
    expect(
      play?.ledger.map(({ entries }) => entries.map(({ account, amountMinor }) => [account, amountMinor])),
    ).toEqual([
      [
        ['commission_expense', 500_000n],
        ['partner_pending', -500_000n],
      ],
    ]);
  });

  it('leaves no money, no open partner, no living link and no figure of the channel behind', async () => {
    const world = await company();
    const head = world.contextOf('head');
    const { partnerId, linkId } = await playSale(head, person);
    await undoPlayedSale(head);

    const { open, verdict } = await books(world);
    expect(open).toEqual([]);
    expect(verdict.holds).toBe(true);
    await rebuildRollups(world.system);
    expect(
      await one(head, sql`SELECT 1 FROM insight.class_day WHERE sales_minor <> 0 OR commission_minor <> 0`),
    ).toBeUndefined();
    expect(await one(head, sql`SELECT 1 FROM deals.v_sale`)).toBeUndefined();
    expect(await one(head, sql`SELECT 1 FROM attribution.v_participant`)).toBeUndefined();
    expect(
      await one(
        head,
        sql`SELECT archived_at IS NOT NULL AS away FROM directory.v_partner WHERE id = ${partnerId}`,
      ),
    ).toEqual({ away: true });
    expect(
      await one(head, sql`SELECT archived_at IS NOT NULL AS away FROM tracking.v_link WHERE id = ${linkId}`),
    ).toEqual({ away: true });
    expect(await one(head, sql`SELECT 1 FROM tracking.destination`)).toBeUndefined();
    expect(await readPlay(head)).toEqual({ can: { play: true }, play: null });
    await expect(undoPlayedSale(head)).rejects.toMatchObject({ code: 'integrations.no_play' });
  });

  it('plays again after that, and the second play owes nothing to the first', async () => {
    const world = await company();
    const owner = world.contextOf('owner');
    await playSale(owner, person);
    await undoPlayedSale(owner);
    world.clock.advance(60_000);
    await playSale(owner, person);
    const { play } = await readPlay(owner);
    expect(play).toMatchObject({ sale: { externalId: 'ПРОБА-2' }, accruals: [{ amountMinor: 500_000n }] });
    expect(play?.decision.participants).toHaveLength(1);
  });

  it('credits the click of whoever pressed even where a program pressed for them', async () => {
    const world = await company();
    const owner = world.contextOf('owner');
    await playSale(owner, { userAgent: 'curl/8.5.0' });
    expect((await readPlay(owner)).play?.decision.rule).toBe('touches');
  });

  it('plays one at a time: of two who press together one is told so', async () => {
    const world = await company();
    const outcomes = await Promise.allSettled(
      ['owner', 'head'].map((role) => playSale(world.contextOf(role as 'owner'), person)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'integrations.play_stands' },
    });
  });
});

describe('a company that sells', () => {
  it('is refused: a trial would stand among real figures', async () => {
    const world = await company();
    await settleSales(world.system, {
      source: 'billing',
      sales: [
        { externalId: '1', occurredAt: world.clock.now(), currency: 'RUB', amountMicro: 1_000_000_000_000n },
      ],
    });
    await expect(playSale(world.contextOf('owner'), person)).rejects.toMatchObject({
      code: 'integrations.play_among_sales',
    });
    expect((await readPlay(world.contextOf('owner'))).can).toEqual({
      play: { because: 'integrations.play_among_sales' },
    });
  });

  it('may take back what was played before it sold', async () => {
    const world = await company();
    const owner = world.contextOf('owner');
    await playSale(owner, person);
    await settleSales(world.system, {
      source: 'billing',
      sales: [
        { externalId: '1', occurredAt: world.clock.now(), currency: 'RUB', amountMicro: 1_000_000_000_000n },
      ],
    });
    await undoPlayedSale(owner);
    expect((await books(world)).open).toEqual([]);
  });
});

describe('the demo', () => {
  it('plays with a partner of its own who has a link, and leaves partner and link as they were', async () => {
    const world = await company({ isDemo: true });
    const head = world.contextOf('head');
    const day = businessDate('2026-01-01');
    const { id: partnerId } = await createPartner(head, { name: 'Касса и кофе' });
    const { id: agreementId } = await openAgreement(head, {
      partnerId,
      class: 'partner_sales',
      kind: 'agent',
      startsOn: day,
      signedOn: day,
      launchedOn: day,
    });
    const { schemeId, versionId } = await draftScheme(head, {
      name: '20 %',
      terms: termsSchema.parse({ format: 1, currency: null, pay: [{ kind: 'percent', ratePpm: 200_000 }] }),
      validFrom: day,
    });
    await publishVersion(world.contextOf('owner'), { versionId });
    await assignScheme(head, { agreementId, schemeId, validFrom: day });
    await setLinkSettings(head, {
      destinations: [{ host: 'shop.ru', withSubdomains: false }],
      domains: [],
      floorPpm: 0n,
      ourDiscountPpm: 0n,
    });
    const link = await createLink(head, {
      agreementId,
      destination: 'https://shop.ru/',
    });

    const { linkId } = await playSale(head, person);
    expect(linkId).toBe(link.id);
    expect((await readPlay(head)).play).toMatchObject({
      isTrial: false,
      partner: { id: partnerId },
      accruals: [{ amountMinor: 1_000_000n }],
    });
    await undoPlayedSale(head);
    expect((await books(world)).open).toEqual([]);
    expect(await one(head, sql`SELECT archived_at FROM tracking.v_link WHERE id = ${link.id}`)).toEqual({
      archived_at: null,
    });
  });
});
