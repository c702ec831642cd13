import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { isId } from '@mosty/kernel/id';
import type { Brought } from '../contract/brought.ts';
import type { ImportDetail, ImportRowView, ImportView, RowState } from '../contract/import.ts';
import { rights } from '../policy.ts';
import { broughtByImport, directByImport, uncreditedByImport } from '../store/brought.ts';
import { listFiles } from '../store/files.ts';
import { listRows } from '../store/rows.ts';
import { knownImport } from './known-import.ts';
import { detailOf, rowViewOf, viewOf } from './present.ts';

interface PageOf<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

export function readImports(
  ctx: Context,
  input: { cursor?: string | undefined; limit: number },
): Promise<PageOf<ImportView>> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'import.read');
    const before =
      input.cursor && isId('import_file', input.cursor) ? await knownImport(tx, input.cursor) : null;
    const files = await listFiles(tx, before, input.limit + 1);
    const items = files.slice(0, input.limit);
    return {
      items: items.map(viewOf),
      nextCursor: files.length > input.limit ? (items.at(-1)?.id ?? null) : null,
    };
  });
}

export function readImport(ctx: Context, importId: string): Promise<ImportDetail> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'import.read');
    return detailOf(await knownImport(tx, importId));
  });
}

/** Rows by line; the cursor is the last line of the page before. */
export function readImportRows(
  ctx: Context,
  input: {
    importId: string;
    state?: RowState | undefined;
    errors?: boolean | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<PageOf<ImportRowView>> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'import.read');
    const file = await knownImport(tx, input.importId);
    const after = input.cursor && /^\d{1,9}$/.test(input.cursor) ? Number(input.cursor) : 0;
    const states = input.state ? [input.state] : null;
    const rows = await listRows(tx, file.id, {
      states,
      onlyErrors: input.errors ?? false,
      after,
      limit: input.limit + 1,
    });
    const items = rows.slice(0, input.limit);
    return {
      items: items.map(rowViewOf),
      nextCursor: rows.length > input.limit ? String(items.at(-1)?.line ?? '') : null,
    };
  });
}

const PARTNERS_SHOWN = 500;

/** «Кто привёл, кого, на сколько и сколько должны» for the sales of one import. */
export function readBrought(ctx: Context, importId: string): Promise<Brought> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'import.read');
    const file = await knownImport(tx, importId);
    const rows = await broughtByImport(tx, file.id, PARTNERS_SHOWN + 1);
    return {
      rows: rows.slice(0, PARTNERS_SHOWN),
      more: Math.max(0, rows.length - PARTNERS_SHOWN),
      direct: await directByImport(tx, file.id),
      uncredited: await uncreditedByImport(tx, file.id),
    };
  });
}
