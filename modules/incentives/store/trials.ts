import { sql } from 'kysely';
import * as z from 'zod';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import { termsSchema, type Terms } from '../contract/terms.ts';

export interface TrialRecord {
  readonly id: Id<'trial'>;
  readonly name: string;
  readonly class: 'referral' | 'partner_sales' | 'alliance';
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly partnerIds: Id<'partner'>[] | null;
  readonly schemes: { name: string; terms: Terms }[];
  readonly savedAt: Date;
  readonly savedBy: string;
}

const schemesSchema = z.array(z.strictObject({ name: z.string(), terms: termsSchema }));

const SELECT = sql`
  SELECT id, name, class, from_on AS "from", to_on AS "to", partner_ids AS "partnerIds", schemes, saved_at AS "savedAt",
         saved_by AS "savedBy"
  FROM incentives.trial`;

type Raw = Omit<TrialRecord, 'schemes'> & { readonly schemes: unknown };
const read = (row: Raw): TrialRecord => ({ ...row, schemes: schemesSchema.parse(row.schemes) });

export async function insertTrial(tx: Tx, trial: TrialRecord): Promise<void> {
  await sql`
    INSERT INTO incentives.trial (workspace_id, id, name, class, from_on, to_on, partner_ids, schemes, saved_at, saved_by)
    VALUES (${tx.workspaceId}::uuid, ${trial.id}, ${trial.name}, ${trial.class}, ${trial.from}::date, ${trial.to}::date,
            ${trial.partnerIds}::text[], ${JSON.stringify(trial.schemes)}::jsonb, ${trial.savedAt}, ${trial.savedBy})`.execute(
    tx.db,
  );
}

export async function findTrial(tx: Tx, id: string): Promise<TrialRecord | undefined> {
  const { rows } = await sql<Raw>`
    ${SELECT} WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
  return rows[0] && read(rows[0]);
}

/** The last saved first; one more than asked tells that there is more. */
export async function pageOfTrials(
  tx: Tx,
  asked: { readonly after: Place | null; readonly limit: number },
): Promise<TrialRecord[]> {
  const { rows } = await sql<Raw>`
    ${SELECT}
    WHERE workspace_id = ${tx.workspaceId}::uuid
      AND (${asked.after?.value ?? null}::timestamptz IS NULL
        OR (saved_at, id) < (${asked.after?.value ?? null}::timestamptz, ${asked.after?.id ?? null}))
    ORDER BY saved_at DESC, id DESC LIMIT ${asked.limit}`.execute(tx.db);
  return rows.map(read);
}

export async function deleteTrial(tx: Tx, id: string): Promise<void> {
  await sql`DELETE FROM incentives.trial WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(
    tx.db,
  );
}
