import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

export interface HarmFacts {
  readonly breaches: readonly { id: string; partnerId: string; rule: number; at: string }[];
  readonly incidents: readonly { id: string; partnerId: string; severity: string; at: string }[];
  /** Clients who say it got worse. */
  readonly complaints: readonly { id: string; partnerId: string; clientId: string; on: string }[];
}

/** Harm that has no price, for tests, straight into the tables the views publish. */
export async function plantHarm(tx: Tx, harm: HarmFacts): Promise<void> {
  const ws = sql`${tx.workspaceId}::uuid`;
  const rows = (list: readonly unknown[]) => sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb)`;
  await sql`
    INSERT INTO integrity.breach (workspace_id, id, partner_id, rule, at, note, by_actor)
    SELECT ${ws}, r.id, r."partnerId", r.rule, r.at, 'test', 'test'
    FROM ${rows(harm.breaches)} AS r(id text, "partnerId" text, rule smallint, at timestamptz)`.execute(
    tx.db,
  );
  await sql`
    INSERT INTO integrity.incident (workspace_id, id, partner_id, severity, at, opened_by)
    SELECT ${ws}, r.id, r."partnerId", r.severity, r.at, 'test'
    FROM ${rows(harm.incidents)} AS r(id text, "partnerId" text, severity text, at timestamptz)`.execute(
    tx.db,
  );
  await sql`
    INSERT INTO scores.outcome (workspace_id, id, partner_id, client_id, ask_on, answer, answered_on, answered_by, created_at)
    SELECT ${ws}, r.id, r."partnerId", r."clientId", r."on", 'worse', r."on", 'test', ${tx.now()}
    FROM ${rows(harm.complaints)} AS r(id text, "partnerId" text, "clientId" text, "on" date)`.execute(tx.db);
}
