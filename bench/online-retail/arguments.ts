import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mappingSchema, type Mapping } from '@mosty/integrations/contract';
import { termsSchema } from '@mosty/incentives/contract';
import { isZone } from '@mosty/kernel/time';
import * as z from 'zod';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const REPOSITORY = path.resolve(HERE, '../..');
/** The data lie beside the repository, not in it. */
const LINES = path.resolve(REPOSITORY, '../shared/data/online-retail-ii/lines.csv.gz');
const PARTNERS = 37n;

const schemeSchema = z.strictObject({ name: z.string().min(1), terms: termsSchema });

export interface Asked {
  readonly lines: string;
  /** A file of clients with the partner of each; null: made from the lines, partner = client mod 37. */
  readonly clients: string | null;
  readonly clientsMap: Mapping;
  readonly salesMap: Mapping;
  readonly scheme: z.output<typeof schemeSchema>;
  readonly zone: string;
  readonly currency: string;
  /** Reference answers to be equal to. */
  readonly compare: string | null;
  /** Where the figures go too, as a file. */
  readonly output: string | null;
}

export const USAGE = `npm run example:online-retail -- [options]
  --lines FILE            lines of invoices, CSV or XLSX, .gz too (default: ../shared/data/online-retail-ii/lines.csv.gz)
  --clients FILE          clients with who brought them (default: made from the lines, partner = client mod 37)
  --partner-column NAME   the column of the clients file that names the partner (default: partner)
  --map FILE              how to read the lines, JSON (default: bench/online-retail/sales-map.json)
  --clients-map FILE      how to read the clients, JSON (default: bench/online-retail/clients-map.json)
  --scheme FILE           what is paid, JSON: {"name", "terms"} (default: bench/online-retail/scheme-a.json)
  --zone ZONE             the company's time zone (default: Europe/London)
  --currency CODE         the company's currency (default: GBP)
  --compare FILE          reference answers; a difference of a penny ends with code 1
  --output FILE           writes the answer there too`;

/** A mistake in what was asked, in words for the person. */
export class WrongArguments extends Error {}

export function readArguments(argv: string[]): Asked | 'help' {
  const { values } = parse(argv);
  if (values.help) return 'help';
  const clientsMap = readJson(values['clients-map'] ?? path.join(HERE, 'clients-map.json'), mappingSchema);
  const partner = values['partner-column'];
  const zone = values.zone ?? 'Europe/London';
  if (!isZone(zone)) throw new WrongArguments(`--zone ${zone} is not a time zone`);
  return {
    lines: present(values.lines ?? LINES, values.lines === undefined),
    clients: values.clients === undefined ? null : present(values.clients, false),
    clientsMap:
      partner === undefined ? clientsMap : { ...clientsMap, columns: { ...clientsMap.columns, partner } },
    salesMap: readJson(values.map ?? path.join(HERE, 'sales-map.json'), mappingSchema),
    scheme: readJson(values.scheme ?? path.join(HERE, 'scheme-a.json'), schemeSchema),
    zone,
    currency: values.currency ?? 'GBP',
    compare: values.compare === undefined ? null : present(values.compare, false),
    output: values.output ?? null,
  };
}

function parse(argv: string[]) {
  const text = { type: 'string' } as const;
  const names = [
    'lines',
    'clients',
    'partner-column',
    'map',
    'clients-map',
    'scheme',
    'zone',
    'currency',
    'compare',
    'output',
  ] as const;
  try {
    return parseArgs({ args: argv, options: { help: { type: 'boolean' }, ...options(names, text) } });
  } catch (error) {
    throw new WrongArguments((error as Error).message);
  }
}

function options<const Name extends string>(names: readonly Name[], option: { readonly type: 'string' }) {
  return Object.fromEntries(names.map((name) => [name, option])) as Record<Name, { type: 'string' }>;
}

function present(file: string, isDefault: boolean): string {
  if (existsSync(file)) return path.resolve(file);
  throw new WrongArguments(
    isDefault
      ? `The invoice lines of Online Retail II are not at ${file}. Give them with --lines FILE.`
      : `There is no file ${file}.`,
  );
}

function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  let told: unknown;
  try {
    told = JSON.parse(readFileSync(present(file, false), 'utf8'));
  } catch (error) {
    if (error instanceof WrongArguments) throw error;
    throw new WrongArguments(`${file} is not JSON: ${(error as Error).message}`);
  }
  const parsed = schema.safeParse(told);
  if (parsed.success) return parsed.data;
  throw new WrongArguments(
    `${file}: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
  );
}

/** Partner of a client where no file tells: P00 … P36. */
export function partnerOf(client: string): string {
  return `P${(BigInt(client) % PARTNERS).toString().padStart(2, '0')}`;
}
