import { openAgreements } from '@mosty/agreements';
import type { NewSale } from '@mosty/deals';
import { importClients, importPartners } from '@mosty/directory';
import { addMember, contextOfMember, createWorkspace } from '@mosty/identity';
import { assignSchemes, draftScheme, publishVersion } from '@mosty/incentives';
import { termsSchema } from '@mosty/incentives/contract';
import type { Context } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import { randomIds, type Id } from '@mosty/kernel/id';
import { businessDate, systemClock } from '@mosty/kernel/time';

const PARTNERS = 200;
const CLIENTS = 5_000;

/** A company of 200 partners paid 10 % after 14 days, who keep 5 000 clients. */
export async function saleCompany(database: Database): Promise<{ ctx: Context; nextSale: () => NewSale }> {
  const ctx = await createWorkspace(
    database,
    { name: 'Bench', zone: 'Europe/Moscow', currency: 'RUB' },
    { clock: systemClock, ids: randomIds },
  );
  const day = businessDate('2025-01-01');
  const partners = await importPartners(
    ctx,
    Array.from({ length: PARTNERS }, (_none, n) => ({ externalId: `P${n}`, name: `P${n}` })),
  );
  const agreements = await openAgreements(
    ctx,
    partners.map((row) => ({
      partnerId: idOf(row),
      class: 'partner_sales' as const,
      kind: 'agent' as const,
      startsOn: day,
      signedOn: day,
      launchedOn: day,
    })),
  );
  const clients = Array.from({ length: CLIENTS }, (_none, n) => ({
    externalId: `C${n}`,
    name: `C${n}`,
    keeperPartnerExternalId: `P${n % PARTNERS}`,
  }));
  await importClients(ctx, clients);
  const schemeId = await publishedScheme(ctx);
  const assignments = agreements.map((row) => ({
    agreementId: idOf(row) as Id<'agreement'>,
    schemeId,
    validFrom: day,
  }));
  await assignSchemes(ctx, { assignments });
  let sold = 0;
  return {
    ctx,
    nextSale: () => {
      sold += 1;
      return {
        externalId: `S${sold}`,
        clientExternalId: `C${(sold * 7919) % CLIENTS}`,
        occurredAt: new Date(Date.now() - (sold % 28) * 86_400_000),
        currency: 'RUB',
        amountMicro: BigInt(100_000 + (sold % 9_973)) * 1_000_000n,
      };
    },
  };
}

async function publishedScheme(ctx: Context): Promise<Id<'scheme'>> {
  const terms = termsSchema.parse({
    format: 1,
    currency: 'RUB',
    pay: [{ kind: 'percent', ratePpm: 100_000 }],
    holdDays: 14,
  });
  const head = await addMember(ctx, {
    name: 'Head',
    email: 'head@example.test',
    role: 'head',
    partnerId: null,
  });
  const author = await contextOfMember(ctx.database, ctx.workspaceId, head.id, ctx);
  const draft = await draftScheme(author, { name: '10 %', terms, validFrom: businessDate('2025-01-01') });
  await publishVersion(ctx, { versionId: draft.versionId });
  return draft.schemeId;
}

function idOf(row: { readonly outcome: string; readonly id?: string }): string {
  if (row.id === undefined) throw new Error(`refused: ${JSON.stringify(row)}`);
  return row.id;
}
