import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export interface ClickTouch {
  readonly id: string;
  readonly visitorId: string;
  readonly at: Date;
  /** The link, or the code that was followed as `?via=`. */
  readonly linkId: Id<'link'> | Id<'code'>;
  readonly partnerId: Id<'partner'>;
  readonly agreementId: Id<'agreement'>;
}

/** Clicks of people from these browsers between two moments (both included), oldest first: one look-up of the key each. */
export async function clicksOfVisitors(
  tx: Tx,
  visitorIds: readonly string[],
  since: Date,
  until: Date,
): Promise<ClickTouch[]> {
  const { rows } = await sql<ClickTouch>`
    SELECT id, visitor_id AS "visitorId", clicked_at AS at, link_id AS "linkId", partner_id AS "partnerId",
      agreement_id AS "agreementId"
    FROM tracking.click
    WHERE workspace_id = ${tx.workspaceId}::uuid AND visitor_id = ANY(${visitorIds}::text[])
      AND clicked_at BETWEEN ${since} AND ${until} AND verdict = 'human'
    ORDER BY clicked_at, id`.execute(tx.db);
  return rows;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The millisecond that stands in the id of a click; null for what is not one. */
function momentOf(id: string): Date | null {
  if (!/^clk_[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(id)) return null;
  let milliseconds = 0;
  for (const letter of id.slice(4, 14)) milliseconds = milliseconds * 32 + ALPHABET.indexOf(letter);
  return new Date(milliseconds);
}

/** Clicks by their ids, of people only. The id tells the moment, and the moment the month: one look-up of an index each. */
export async function clicksById(tx: Tx, ids: readonly string[]): Promise<ClickTouch[]> {
  const known = ids.flatMap((id) => {
    const at = momentOf(id);
    return at ? [{ id, at }] : [];
  });
  if (known.length === 0) return [];
  const { rows } = await sql<ClickTouch>`
    SELECT c.id, c.visitor_id AS "visitorId", c.clicked_at AS at, c.link_id AS "linkId", c.partner_id AS "partnerId",
      c.agreement_id AS "agreementId"
    FROM unnest(${known.map((one) => one.id)}::text[], ${known.map((one) => one.at)}::timestamptz[]) AS a(id, at)
    JOIN tracking.click c
      ON c.workspace_id = ${tx.workspaceId}::uuid AND c.clicked_at = a.at AND c.id = a.id AND c.verdict = 'human'`.execute(
    tx.db,
  );
  return rows;
}
