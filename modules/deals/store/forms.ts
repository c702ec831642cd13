import { sql } from 'kysely';
import type { Tx, WorkspaceId } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';

export interface FormRecord {
  readonly token: string;
  readonly title: string;
  readonly consentText: string;
  readonly partnerId: Id<'partner'> | null;
  readonly agreementId: Id<'agreement'> | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly closedAt: Date | null;
}

const COLUMNS = sql`token, title, consent_text AS "consentText", partner_id AS "partnerId", agreement_id AS "agreementId",
  created_at AS "createdAt", created_by AS "createdBy", closed_at AS "closedAt"`;

export async function insertForm(tx: Tx, form: FormRecord): Promise<void> {
  await sql`
    INSERT INTO deals.form (workspace_id, token, title, consent_text, partner_id, agreement_id, created_at, created_by)
    VALUES (${tx.workspaceId}::uuid, ${form.token}, ${form.title}, ${form.consentText}, ${form.partnerId},
      ${form.agreementId}, ${form.createdAt}, ${form.createdBy})`.execute(tx.db);
}

export async function findForm(tx: Tx, token: string): Promise<FormRecord | undefined> {
  const { rows } = await sql<FormRecord>`
    SELECT ${COLUMNS} FROM deals.form WHERE workspace_id = ${tx.workspaceId}::uuid AND token = ${token}`.execute(
    tx.db,
  );
  return rows[0];
}

export async function listForms(tx: Tx): Promise<FormRecord[]> {
  const { rows } = await sql<FormRecord>`
    SELECT ${COLUMNS} FROM deals.form WHERE workspace_id = ${tx.workspaceId}::uuid
    ORDER BY closed_at IS NOT NULL, created_at DESC, token`.execute(tx.db);
  return rows;
}

export async function closeFormRow(tx: Tx, token: string): Promise<void> {
  await sql`
    UPDATE deals.form SET closed_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND token = ${token} AND closed_at IS NULL`.execute(tx.db);
}

/** How many came through each form. */
export async function countRegistered(tx: Tx): Promise<Map<string, number>> {
  const { rows } = await sql<{ token: string; count: bigint }>`
    SELECT params ->> 'form' AS token, count(*) FROM deals.deal_event
    WHERE workspace_id = ${tx.workspaceId}::uuid AND what = 'through_form' GROUP BY 1`.execute(tx.db);
  return new Map(rows.map(({ token, count }) => [token, Number(count)]));
}

/** Outside any company: whoever has the address of a form may learn whose it is. */
export async function workspaceOfForm(database: Database, token: string): Promise<WorkspaceId | null> {
  const connection = await database.connect();
  try {
    const { rows } = await sql<{ id: WorkspaceId | null }>`SELECT deals.find_form(${token}) AS id`.execute(
      connection.queries,
    );
    return rows[0]?.id ?? null;
  } finally {
    connection.release();
  }
}
