import { KEY_KINDS, type ClientKey, type KeyKind } from './client-keys.ts';

/** One key of a client that met what was asked. */
export interface Met {
  readonly kind: KeyKind;
  /** exact: letter for letter after normalising; close: by trigrams of the name. */
  readonly how: 'exact' | 'close';
  /** Of the trigrams, 0…1; 1 when exact. */
  readonly score: number;
}

/**
 * Names at least this much alike are worth a look: «Ромашка Трейд» and «Ромашка Трейдинг» are .74, «Вектор» and «Вектор
 * CRM» .64; «Северный склад» and «Склад Севердом», two firms, are .56.
 */
export const CLOSE_NAME = 0.58;

/** Each of these belongs to one company. A name or a person's name may belong to many. */
const SURE: ReadonlySet<KeyKind> = new Set(['tax_number', 'domain', 'email', 'phone']);

/**
 * Is it the same client? A sure key met, and no two different tax numbers: a holding has one site and one secretary
 * for several firms.
 */
export function isSame(
  met: readonly Met[],
  asked: readonly ClientKey[],
  known: readonly ClientKey[],
): boolean {
  if (met.some(({ kind }) => kind === 'tax_number')) return true;
  if (has(asked, 'tax_number') && has(known, 'tax_number')) return false;
  return met.some(({ kind }) => SURE.has(kind));
}

const has = (keys: readonly ClientKey[], kind: KeyKind) => keys.some((one) => one.kind === kind);

/** The surest first: by the kinds that met, then by how much the names are alike. */
export function weightOf(met: readonly Met[]): number {
  return met.reduce(
    (sum, { kind, score }) => sum + score * 2 ** (KEY_KINDS.length - KEY_KINDS.indexOf(kind)),
    0,
  );
}

/** The strongest meeting of each kind. */
export function strongest(met: readonly Met[]): Met[] {
  return KEY_KINDS.flatMap((kind) => {
    const [best] = met.filter((one) => one.kind === kind).toSorted((a, b) => b.score - a.score);
    return best ? [best] : [];
  });
}
