import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import type { ImportKind } from '../contract/kinds.ts';
import { mappingSchema, type MappingInput } from '../contract/mapping.ts';
import { guessMapping } from '../domain/guess/guess-mapping.ts';
import { headerSignature } from '../domain/reading/header.ts';
import { orNotNow } from '../domain/life.ts';
import { makePlan } from '../domain/rows/plan.ts';
import { rights } from '../policy.ts';
import { saveFile, type ImportFile } from '../store/files.ts';
import { importPath } from './import-folder.ts';
import { knownImport, standingOf } from './known-import.ts';
import { lookInside } from './look-inside.ts';

/**
 * Says how to read a file. What was found by an earlier check is forgotten. Where the file itself is to be read
 * otherwise (delimiter, encoding, sheet, header), its columns are looked up again.
 * @throws integrations.column_missing, integrations.field_unmapped, integrations.cannot_check
 */
export async function setMapping(
  ctx: Context,
  input: { importId: string; mapping: MappingInput },
): Promise<ImportFile> {
  permit(ctx, rights, 'import.prepare');
  const mapping = mappingSchema.parse(input.mapping);
  const before = await look(ctx, (tx) => knownImport(tx, input.importId));
  const reread = JSON.stringify(mapping.file) !== JSON.stringify(before.mapping.file);
  const inside = reread ? await lookInside(importPath(before.id), before.format, mapping.file) : null;
  const header = inside?.header ?? before.header;
  orRefuse(makePlan(mapping, header.columns, ctx));
  return transact(ctx, async (tx) => {
    const file = await knownImport(tx, input.importId, true);
    const refusal = orNotNow(standingOf(file), 'check');
    if (refusal) throw refusal;
    const next: ImportFile = {
      ...file,
      kind: mapping.kind,
      mapping: inside ? { ...mapping, file: inside.file } : mapping,
      header,
      signature: headerSignature(header.columns),
      sample: inside
        ? { rows: inside.records.slice(0, 20).map(({ line, cells }) => ({ line, cells: [...cells] })) }
        : file.sample,
      state: 'uploaded',
      found: null,
      failure: null,
    };
    await saveFile(tx, next);
    return next;
  });
}

/** What the program would propose for this file, as another kind perhaps or with other marks. Changes nothing. */
export async function proposeMapping(
  ctx: Context,
  input: { importId: string; kind?: ImportKind | undefined; file?: MappingInput['file'] },
) {
  permit(ctx, rights, 'import.prepare');
  const file = await look(ctx, (tx) => knownImport(tx, input.importId));
  const { headerLine, ...known } = file.mapping.file;
  // Another sheet has a header of its own.
  const sameSheet = input.file?.sheet === undefined || input.file.sheet === known.sheet;
  const inside = await lookInside(importPath(file.id), file.format, {
    ...known,
    ...(sameSheet && headerLine !== undefined && { headerLine }),
    ...input.file,
  }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      refuse('not_now', 'integrations.file_is_gone', {});
    throw error;
  });
  const sample = {
    columns: inside.header.columns,
    records: inside.records,
    format: inside.file,
    filename: file.filename,
  };
  return { ...guessMapping(sample, input.kind), columns: [...inside.header.columns] };
}
