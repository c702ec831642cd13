import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { Refusal } from '@mosty/kernel/refusal';
import type { ImportView } from '../contract/import.ts';
import { importKindSchema } from '../contract/kinds.ts';
import { mappingSchema, type MappingInput } from '../contract/mapping.ts';
import { sayError } from '../domain/error-words.ts';
import { errorRows } from '../store/rows.ts';
import { openImportFolder } from './import-folder.ts';
import { importNow } from './import-now.ts';

export interface CommandLineImport {
  readonly ctx: Context;
  readonly dataDir: string;
  /** CSV or XLSX, or either packed by gzip. */
  readonly file: string;
  readonly kind?: string | undefined;
  /** A JSON file; see docs/how-to/import.md. */
  readonly map?: string | undefined;
  readonly json?: boolean | undefined;
  /** Check only. */
  readonly dry?: boolean | undefined;
  readonly language?: 'ru' | 'en' | undefined;
  readonly write: (text: string) => void;
}

const ERRORS_SHOWN = 20;

/** `mosty import FILE --kind sales --map map.json --json`. Returns the exit code: 0 done, 1 not done, 2 done but for some lines. */
export async function importFromCommandLine(input: CommandLineImport): Promise<number> {
  const { ctx, write, language = 'ru' } = input;
  try {
    if (!existsSync(input.file)) throw new Refusal('invalid', 'integrations.no_file', { file: input.file });
    openImportFolder(input.dataDir);
    const kind = input.kind === undefined ? undefined : readKind(input.kind);
    const mapping = input.map === undefined ? undefined : readMapping(input.map);
    const { view, milliseconds } = await importNow(ctx, {
      path: input.file,
      filename: path.basename(input.file),
      kind,
      mapping,
      dryRun: input.dry ?? false,
      ...(input.json !== true && {
        onStep: (step, seen, ms) => write(`${step}: ${summary(seen)} (${(ms / 1000).toFixed(1)} s)\n`),
      }),
    });
    const rows = await look(ctx, (tx) => errorRows(tx, view.id, 0, ERRORS_SHOWN));
    const errors = rows.map((row) => ({
      line: row.line,
      code: row.errorCode ?? '',
      says: sayError(language, row.errorCode ?? '', row.errorParams ?? {}),
    }));
    if (input.json) write(`${JSON.stringify({ import: view, milliseconds, errors })}\n`);
    else for (const error of errors) write(`  ${error.line}: ${error.says}\n`);
    if (view.state === 'failed') return 1;
    return (view.found?.badRows ?? 0) + (view.result?.refused ?? 0) > 0 ? 2 : 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, params } = error;
    write(
      input.json
        ? `${JSON.stringify({ refusal: { code, params } })}\n`
        : `${sayError(language, code, params)}\n`,
    );
    return 1;
  }
}

function readKind(text: string) {
  const kind = importKindSchema.safeParse(text);
  if (!kind.success)
    throw new Refusal('invalid', 'integrations.unknown_kind', {
      kind: text,
      known: importKindSchema.options,
    });
  return kind.data;
}

/** @throws Refusal that names what is wrong in the mapping and where */
export function readMapping(file: string): MappingInput {
  if (!existsSync(file)) throw new Refusal('invalid', 'integrations.no_file', { file });
  let told: unknown;
  try {
    told = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Refusal('invalid', 'integrations.mapping_malformed', {
      file,
      because: (error as Error).message,
    });
  }
  const parsed = mappingSchema.safeParse(told);
  if (parsed.success) return parsed.data;
  const because = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Refusal('invalid', 'integrations.mapping_malformed', { file, because });
}

function summary(view: ImportView): string {
  const { found, result } = view;
  if (result)
    return `created ${result.created + result.credits}, updated ${result.updated}, known ${result.known}, refused ${result.refused}`;
  if (!found) return `${view.kind}, ${view.bytes} bytes`;
  const { states } = found;
  return `${found.rows} rows: new ${states.new}, changed ${states.changed}, known ${states.known}, other amount ${states.differs}, held ${states.held}, bad ${states.bad}`;
}
