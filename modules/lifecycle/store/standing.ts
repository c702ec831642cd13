import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';
import type { Path, Stage } from '../contract/stages.ts';

export interface Standing {
  readonly partnerId: Id<'partner'>;
  readonly path: Path;
  readonly stage: Stage;
  readonly since: Date;
  readonly passageNo: number;
  readonly returnOn: BusinessDate | null;
  readonly takenOver: boolean;
}

/** Of these partners, those in the conveyor. A contact is not among them. */
export async function standingOf(tx: Tx, partnerIds: readonly string[]): Promise<Map<string, Standing>> {
  if (partnerIds.length === 0) return new Map();
  const { rows } = await sql<Standing>`
    SELECT partner_id AS "partnerId", path, stage, since, passage_no AS "passageNo", return_on AS "returnOn",
           taken_over AS "takenOver"
    FROM lifecycle.standing
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ANY(${partnerIds}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.partnerId, row]));
}
