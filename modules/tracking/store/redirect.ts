import { sql, type RawBuilder } from 'kysely';
import type { Tx, WorkspaceId } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import type { LinkRecord } from './links.ts';

/** What the redirect asks of all companies at once, through the owner's functions: ids, hosts and settings. */
async function ask<Row>(database: Database, question: RawBuilder<Row>): Promise<readonly Row[]> {
  const connection = await database.connect();
  let broken = true;
  try {
    const { rows } = await question.execute(connection.queries);
    broken = false;
    return rows;
  } finally {
    connection.release(broken);
  }
}

export interface ChangedLinks {
  /** To be told the next time. */
  readonly until: string;
  readonly links: ReadonlyMap<WorkspaceId, string[]>;
}

/** Links changed since; `until` of the answer before. */
export async function linksChanged(database: Database, since: string): Promise<ChangedLinks> {
  const rows = await ask(
    database,
    sql<{ workspaceId: WorkspaceId | null; linkId: string; until: string }>`
      SELECT workspace_id AS "workspaceId", link_id AS "linkId", until FROM tracking.links_changed(${since})`,
  );
  const links = new Map<WorkspaceId, string[]>();
  for (const { workspaceId, linkId } of rows) {
    if (workspaceId === null) continue;
    const some = links.get(workspaceId);
    if (some) some.push(linkId);
    else links.set(workspaceId, [linkId]);
  }
  return { until: rows[0]?.until ?? since, links };
}

/** Nothing changed, but from where to begin asking. */
export async function changesBegin(database: Database): Promise<string> {
  const rows = await ask(
    database,
    sql<{ until: string }>`SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS until`,
  );
  return rows[0]?.until ?? '0';
}

export function hostsOfCompanies(
  database: Database,
): Promise<readonly { host: string; workspaceId: WorkspaceId }[]> {
  return ask(
    database,
    sql<{ host: string; workspaceId: WorkspaceId }>`
      SELECT host, workspace_id AS "workspaceId" FROM tracking.hosts()`,
  );
}

export interface VisitorPolicy {
  /** Whether a visitor is given a cookie at once, or after consenting. */
  readonly cookies: 'set' | 'after_consent';
  readonly cookieDays: number;
}

export function visitorPolicies(
  database: Database,
): Promise<readonly (VisitorPolicy & { workspaceId: WorkspaceId })[]> {
  return ask(
    database,
    sql<VisitorPolicy & { workspaceId: WorkspaceId }>`
      SELECT workspace_id AS "workspaceId", cookies, cookie_days AS "cookieDays" FROM tracking.visitor_policies()`,
  );
}

export type RedirectRow = Pick<
  LinkRecord,
  | 'id'
  | 'key'
  | 'partnerId'
  | 'agreementId'
  | 'destination'
  | 'medium'
  | 'campaign'
  | 'content'
  | 'erid'
  | 'expiresAt'
  | 'archivedAt'
> & {
  readonly keyFold: string;
  /** Its partner left, or is paused without links: it leads here, and nobody is paid. */
  readonly neutralTo: string | null;
};

/** Links by their ids, or the next of all of them after an id. */
export async function linksForRedirect(
  tx: Tx,
  wanted: { readonly ids: readonly string[] } | { readonly after: string; readonly limit: number },
): Promise<RedirectRow[]> {
  const which =
    'ids' in wanted
      ? sql`id = ANY(${wanted.ids}::text[])`
      : sql`id > ${wanted.after} ORDER BY id LIMIT ${wanted.limit}`;
  const { rows } = await sql<RedirectRow>`
    SELECT id, key, key_fold AS "keyFold", partner_id AS "partnerId", agreement_id AS "agreementId", destination, medium,
      campaign, content, erid, expires_at AS "expiresAt", archived_at AS "archivedAt", 
      COALESCE(neutral_to, paused_to) AS "neutralTo"
    FROM tracking.link WHERE workspace_id = ${tx.workspaceId}::uuid AND ${which}`.execute(tx.db);
  return rows;
}
