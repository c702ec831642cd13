import { sql } from 'kysely';
import * as z from 'zod';
import type { Merging } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';

const ids = z.array(z.string());
/** What was moved from one client to another. */
export const visitsSchema = z.object({ leads: ids, visitors: ids, awaited: ids });
type Visits = z.output<typeof visitsSchema>;

/**
 * Makes leads and visits of one client another's: all of them, or those told. What the other has already (the same browser,
 * the same event) stays with the first, and so does not come back twice.
 */
export async function moveVisits(tx: Tx, { from, into }: Merging, only?: Visits): Promise<Visits> {
  const told = (list: readonly string[] | undefined, column: string) =>
    list === undefined ? sql`true` : sql`${sql.ref(column)} = ANY(${[...list]}::text[])`;
  const leads = await sql<{ id: string }>`
    UPDATE tracking.lead l SET client_id = ${into}
    WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.client_id = ${from} AND ${told(only?.leads, 'l.id')}
      AND NOT EXISTS (SELECT FROM tracking.lead o WHERE o.workspace_id = l.workspace_id AND o.client_id = ${into}
        AND o.event_name = l.event_name)
    RETURNING l.id`.execute(tx.db);
  const visitors = await sql<{ id: string }>`
    UPDATE tracking.visitor_client v SET client_id = ${into}
    WHERE v.workspace_id = ${tx.workspaceId}::uuid AND v.client_id = ${from}
      AND ${told(only?.visitors, 'v.visitor_id')}
      AND NOT EXISTS (SELECT FROM tracking.visitor_client o WHERE o.workspace_id = v.workspace_id
        AND o.client_id = ${into} AND o.visitor_id = v.visitor_id)
    RETURNING v.visitor_id AS id`.execute(tx.db);
  const awaited = await sql<{ id: string }>`
    UPDATE tracking.awaited_click a SET client_id = ${into}
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.client_id = ${from} AND ${told(only?.awaited, 'a.click_id')}
      AND NOT EXISTS (SELECT FROM tracking.awaited_click o WHERE o.workspace_id = a.workspace_id
        AND o.client_id = ${into} AND o.click_id = a.click_id)
    RETURNING a.click_id AS id`.execute(tx.db);
  const idsOf = ({ rows }: { rows: readonly { id: string }[] }) => rows.map(({ id }) => id);
  return { leads: idsOf(leads), visitors: idsOf(visitors), awaited: idsOf(awaited) };
}
