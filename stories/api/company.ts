import { openAgreements } from '@mosty/agreements';
import { importClients, importPartners } from '@mosty/directory';
import { settleRefunds, settleSales } from '@mosty/incentives';
import type { Context } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import type { World } from '@mosty/testkit';
import { percentScheme } from './scheme.ts';

export interface Company {
  /** Two partners, each with an agreement, a client, sales, a refund and accruals. Names carry the mark. */
  readonly partnerIds: readonly Id<'partner'>[];
  readonly agreementIds: readonly string[];
}

/** A small company with something in every drawer; every name in it carries `mark`, so that a leak shows. */
export async function smallCompany(world: World, mark: string): Promise<Company> {
  const ctx: Context = world.system;
  const day = businessDate('2026-01-01');
  const partners = await importPartners(
    ctx,
    [1, 2].map((n) => ({ externalId: `P${n}`, name: `${mark} партнёр ${n}` })),
  );
  const partnerIds = partners.map((row) => ('id' in row ? (row.id as Id<'partner'>) : failed(row.code)));
  const agreements = await openAgreements(
    ctx,
    partnerIds.map((partnerId) => ({
      partnerId,
      class: 'partner_sales' as const,
      kind: 'agent' as const,
      startsOn: day,
      signedOn: day,
      launchedOn: day,
    })),
  );
  const agreementIds = agreements.map((row) => ('id' in row ? row.id : failed(row.code)));
  await percentScheme(world, { agreementIds, ratePpm: 100_000, from: day });
  await importClients(
    ctx,
    [1, 2].map((n) => ({
      externalId: `C${n}`,
      name: `${mark} клиент ${n}`,
      keeperPartnerExternalId: `P${n}`,
    })),
  );
  await settleSales(ctx, {
    source: 'story',
    sales: [1, 2].flatMap((n) =>
      [1, 2, 3].map((place) => ({
        externalId: `${mark}-S${n}${place}`,
        clientExternalId: `C${n}`,
        occurredAt: new Date(`2026-02-0${place}T09:00:00Z`),
        currency: 'RUB',
        amountMicro: 1_000_000n * 1_000_000n,
      })),
    ),
  });
  await settleRefunds(ctx, {
    source: 'story',
    refunds: [
      {
        externalId: `${mark}-R1`,
        saleExternalId: `${mark}-S11`,
        link: 'sale',
        occurredAt: new Date('2026-02-05T09:00:00Z'),
        currency: 'RUB',
        amountMicro: 500_000_000_000n,
      },
    ],
  });
  return { partnerIds, agreementIds };
}

function failed(code: string): never {
  throw new Error(`the company could not be made: ${code}`);
}
