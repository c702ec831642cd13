import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { isId } from '@mosty/kernel/id';
import type { Brought } from '../contract/brought.ts';
import type { ImportDetail, ImportRowView, ImportView, RowState } from '../contract/import.ts';
import { rights } from '../policy.ts';
import { broughtByImport, directByImport, uncreditedByImport } from '../store/brought.ts';
import { listFiles } from '../store/files.ts';
import { errorRows, listRows } from '../store/rows.ts';
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

/** Rows in the order of applying, or those with an error by line. */
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
    const { id } = await knownImport(tx, input.importId);
    const after = readCursor(input.cursor);
    const limit = input.limit + 1;
    const rows = input.errors
      ? await errorRows(tx, id, after?.line ?? 0, limit)
      : await listRows(tx, id, { state: input.state ?? null, after, limit });
    const items = rows.slice(0, input.limit);
    const last = items.at(-1);
    return {
      items: items.map(rowViewOf),
      nextCursor: rows.length > input.limit && last ? `${last.at.getTime()}.${last.line}` : null,
    };
  });
}

/** `milliseconds.line` of the last row of the page before. */
function readCursor(cursor: string | undefined): { at: Date; line: number } | null {
  const found = /^(-?\d{1,15})\.(\d{1,9})$/.exec(cursor ?? '');
  return found ? { at: new Date(Number(found[1])), line: Number(found[2]) } : null;
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
