import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { draftScheme, publishVersion } from '@mosty/incentives';
import { termsSchema } from '@mosty/incentives/contract';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import type { ImportKind } from '../contract/kinds.ts';
import type { MappingInput } from '../contract/mapping.ts';
import { openImportFolder } from './import-folder.ts';
import { importNow, type ImportedNow } from './import-now.ts';

export interface Imports {
  readonly world: World;
  readonly ctx: Context;
  readonly folder: string;
  /** Imports the text (or bytes) as if it were a file of that name. */
  load(
    content: string | Uint8Array,
    told?: { kind?: ImportKind; mapping?: MappingInput; name?: string; dryRun?: boolean },
  ): Promise<ImportedNow>;
  /** A scheme of so many percent, published; returns its name. */
  scheme(ratePpm: number): Promise<string>;
  count(
    table:
      | 'deals.sale'
      | 'deals.refund'
      | 'deals.cost'
      | 'incentives.accrual'
      | 'directory.client'
      | 'directory.partner',
  ): Promise<number>;
  close(): Promise<void>;
}

/** A company, a folder for files, and a person who may load them. */
export async function openImports(wishes: Parameters<typeof testWorkspace>[1] = {}): Promise<Imports> {
  const db = await testDatabase();
  const world = await testWorkspace(db, wishes);
  const folder = mkdtempSync(path.join(tmpdir(), 'mosty-imports-'));
  openImportFolder(folder);
  const ctx = world.contextOf('owner');
  let files = 0;
  return {
    world,
    ctx,
    folder,
    async load(content, told = {}) {
      files += 1;
      const file = path.join(folder, `source-${files}`);
      writeFileSync(file, content);
      return importNow(ctx, {
        path: file,
        filename: told.name ?? `source-${files}.csv`,
        kind: told.kind,
        mapping: told.mapping,
        dryRun: told.dryRun ?? false,
      });
    },
    async scheme(ratePpm) {
      const name = `scheme ${ratePpm}`;
      const terms = termsSchema.parse({
        format: 1,
        currency: world.system.currency,
        holdDays: 0,
        pay: [{ kind: 'percent', ratePpm }],
      });
      const { versionId } = await draftScheme(ctx, { name, terms, validFrom: businessDate('2020-01-01') });
      await publishVersion(world.contextOf('head'), { versionId });
      return name;
    },
    async count(table) {
      const { rows } = await look(world.system, (tx) =>
        sql<{
          n: number;
        }>`SELECT count(*)::int AS n FROM ${sql.table(table)} WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(
          tx.db,
        ),
      );
      return rows[0]?.n ?? -1;
    },
    async close() {
      await world.close();
      await db.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
