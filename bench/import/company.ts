import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createWorkspace } from '@mosty/identity';
import { draftScheme, publishVersion } from '@mosty/incentives';
import { termsSchema } from '@mosty/incentives/contract';
import { importNow } from '@mosty/integrations';
import { systemActor, type Context } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';

/** A company with so many partners on ten per cent, loaded by a file like everything else. */
export async function openCompany(database: Database, folder: string, partners: number): Promise<Context> {
  const ctx = await createWorkspace(database, { name: 'Bench', zone: 'Europe/Moscow', currency: 'RUB' });
  const terms = termsSchema.parse({
    format: 1,
    currency: 'RUB',
    holdDays: 14,
    pay: [{ kind: 'percent', ratePpm: 100_000 }],
  });
  const { versionId } = await draftScheme(ctx, { name: 'Ten', terms, validFrom: businessDate('2020-01-01') });
  await publishVersion({ ...ctx, actor: systemActor('bench approver') }, { versionId });
  const file = path.join(folder, 'partners.csv');
  const rows = Array.from({ length: partners }, (_, index) => `P${index},Partner ${index},Ten,2020-01-01`);
  await writeFile(file, `partner_id,name,scheme,agreement_date\n${rows.join('\n')}\n`);
  await importNow(ctx, { path: file, filename: 'partners.csv', kind: 'partners' });
  return ctx;
}
