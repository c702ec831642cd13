import type * as z from 'zod';
import pg from 'pg';
import { openAgreements } from '@mosty/agreements';
import { importClients, importPartners, setRequisites, verifyRequisites } from '@mosty/directory';
import { assignScheme, draftScheme, publishVersion, settleRefunds, settleSales } from '@mosty/incentives';
import { termsSchema, type Pay } from '@mosty/incentives/contract';
import type { Context } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';

type Terms = Partial<z.input<typeof termsSchema>>;

/** A company for tests of money: partners paid ten percent at once, who keep one client each. Starts on 2 March 2026. */
export interface Firm {
  readonly world: World;
  readonly db: TestDatabase;
  readonly system: Context;
  readonly finance: Context;
  readonly owner: Context;
  partner(name: string, terms?: Terms): Promise<Id<'partner'>>;
  /** Requisites written by one person and, unless told, verified by another. */
  requisites(partnerId: Id<'partner'>, account?: string, verified?: boolean): Promise<Id<'requisites'>>;
  /** A paid sale of kopecks at an instant; its number. */
  sale(name: string, amountMinor: bigint, at: string): Promise<string>;
  refund(sale: string, amountMinor: bigint, at: string): Promise<void>;
  now(at: string): void;
  asOwner(...statements: string[]): Promise<void>;
  close(): Promise<void>;
}

const TEN_PERCENT: Pay = { kind: 'percent', ratePpm: 100_000 };

export async function firm(): Promise<Firm> {
  const db = await testDatabase();
  const world = await testWorkspace(db, { connections: 8 });
  const system = world.system;
  const owner = world.contextOf('owner');
  let sales = 0;
  let refunds = 0;

  async function scheme(terms: Terms): Promise<Id<'scheme'>> {
    const draft = await draftScheme(world.contextOf('head'), {
      name: 'Десять процентов',
      terms: termsSchema.parse({ format: 1, currency: 'RUB', holdDays: 0, pay: [TEN_PERCENT], ...terms }),
      validFrom: businessDate('2020-01-01'),
    });
    await publishVersion(owner, { versionId: draft.versionId });
    return draft.schemeId;
  }

  return {
    world,
    db,
    system,
    finance: world.contextOf('finance'),
    owner,
    async partner(name, terms = {}) {
      const [made] = await importPartners(system, [{ externalId: name, name }]);
      if (!made || made.outcome === 'refused') throw new Error('no partner');
      const day = businessDate('2020-01-01');
      const opened = await openAgreements(system, [
        {
          partnerId: made.id,
          class: 'partner_sales',
          kind: 'agent',
          startsOn: day,
          signedOn: day,
          launchedOn: day,
        },
      ]);
      const [agreement] = opened;
      if (!agreement || agreement.outcome === 'refused')
        throw new Error(`no agreement: ${JSON.stringify(agreement)}`);
      await importClients(system, [
        { externalId: `${name}-client`, name: `Клиент ${name}`, keeperPartnerExternalId: name },
      ]);
      const agreementId = agreement.id as Id<'agreement'>;
      await assignScheme(world.contextOf('head'), {
        agreementId,
        schemeId: await scheme(terms),
        validFrom: day,
      });
      return made.id as Id<'partner'>;
    },
    async requisites(partnerId, account = '40802810000000000002', verified = true) {
      const written = await setRequisites(world.contextOf('head'), {
        partnerId,
        country: 'RU',
        legalForm: 'sole_proprietor',
        legalName: 'ИП Ёлкина Мария',
        taxNumber: '500100732259',
        fields: {},
        bank: {
          account,
          bik: '044525225',
          bankName: 'ПАО Сбербанк',
          correspondentAccount: '30101810400000000225',
        },
      });
      if (verified)
        await verifyRequisites(world.contextOf('finance'), { requisitesId: written.id, verdict: 'verified' });
      return written.id;
    },
    async sale(name, amountMinor, at) {
      sales += 1;
      const externalId = `S${sales}`;
      const sale = {
        externalId,
        clientExternalId: `${name}-client`,
        occurredAt: new Date(at),
        currency: 'RUB',
      };
      await settleSales(system, {
        source: 'test',
        sales: [{ ...sale, amountMicro: amountMinor * 1_000_000n }],
      });
      return externalId;
    },
    async refund(saleExternalId, amountMinor, at) {
      refunds += 1;
      const refund = {
        externalId: `R${refunds}`,
        saleExternalId,
        link: 'sale' as const,
        occurredAt: new Date(at),
        currency: 'RUB',
      };
      await settleRefunds(system, {
        source: 'test',
        refunds: [{ ...refund, amountMicro: amountMinor * 1_000_000n }],
      });
    },
    now: (at) => world.clock.set(new Date(at)),
    async asOwner(...statements) {
      const client = new pg.Client({ connectionString: db.ownerUrl });
      await client.connect();
      try {
        await client.query(`BEGIN; SET LOCAL app.workspace_id = '${world.workspaceId}'`);
        for (const statement of statements) await client.query(statement);
        await client.query('COMMIT');
      } finally {
        await client.end();
      }
    },
    async close() {
      await world.close();
      await db.drop();
    },
  };
}
