import { sql } from 'kysely';
import type { WorkspaceId } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';

export interface Due {
  readonly workspaceId: WorkspaceId;
  readonly id: string;
  readonly targetId: string;
}

interface Asked {
  readonly at: Date;
  readonly ofEach: number;
  readonly upTo: number;
  readonly fullTargets: readonly string[];
  readonly fullWorkspaces: readonly string[];
}

/** What is due in all workspaces, a few of each address. */
export async function deliveriesDue(database: Database, asked: Asked): Promise<readonly Due[]> {
  const connection = await database.connect();
  try {
    const { rows } = await sql<Due>`
      SELECT workspace_id AS "workspaceId", id, target_id AS "targetId"
      FROM webhooks.deliveries_due(${asked.at}, ${asked.ofEach}, ${asked.upTo}, ${asked.fullTargets}::text[],
                                   ${asked.fullWorkspaces}::uuid[])`.execute(connection.queries);
    return rows;
  } finally {
    connection.release();
  }
}
