import { Refusal } from '@mosty/kernel/refusal';
import { nameKey } from './fold.ts';
import { refusedRow, type RowOutcome } from './import-row.ts';

interface Named {
  readonly name: string;
  readonly externalId?: string | null | undefined;
}

interface Kept extends Named {
  readonly id: string;
  readonly externalId: string | null;
}

interface Decide<Row, Thing> {
  readonly make: (row: Row) => Thing | Refusal;
  /** What the row makes of a known thing; null where it says nothing new. */
  readonly patch: (thing: Thing, row: Row) => Thing | Refusal | null;
}

/** What is known while the rows of a list are decided one after another: what was found, and what earlier rows said. */
export interface Known<Row, Thing> {
  take(row: Row): RowOutcome;
  /** Did this list make it (and not only find it)? */
  isMade(id: string): boolean;
  made(): Thing[];
  changed(): Thing[];
}

/** Names to look up: of the rows that no external id recognises. */
export function namesToFind(rows: readonly Named[], found: readonly Kept[]): string[] {
  const known = new Set(found.map((thing) => thing.externalId));
  return rows.filter((row) => !row.externalId || !known.has(row.externalId)).map((row) => nameKey(row.name));
}

/**
 * Recognises rows by external id. One without finds its thing by name; one with an external id nobody has yet may
 * give it to the only thing of that name that has none. Two things of one name are never guessed between.
 */
export function knowThings<Row extends Named, Thing extends Kept>(
  found: readonly Thing[],
  decide: Decide<Row, Thing>,
): Known<Row, Thing> {
  const things = new Map<string, Thing>();
  const byExternal = new Map<string, string>();
  const byName = new Map<string, string[]>();
  const made = new Set<string>();
  const changed = new Set<string>();
  for (const thing of found) put(thing, nameKey(thing.name));

  function put(thing: Thing, key: string): void {
    things.set(thing.id, thing);
    if (thing.externalId !== null) byExternal.set(thing.externalId, thing.id);
    const same = byName.get(key);
    if (same === undefined) byName.set(key, [thing.id]);
    else if (!same.includes(thing.id)) same.push(thing.id);
  }

  function find(row: Row, key: string): Thing | Refusal | undefined {
    const { externalId } = row;
    const exact = externalId ? things.get(byExternal.get(externalId) ?? '') : undefined;
    if (exact) return exact;
    const named = (byName.get(key) ?? []).flatMap((id) => things.get(id) ?? []);
    // A thing may have been renamed by an earlier row of this list.
    const same = named.filter(
      (thing) => (!externalId || thing.externalId === null) && nameKey(thing.name) === key,
    );
    return same.length > 1
      ? new Refusal('conflict', 'directory.name_is_ambiguous', { name: row.name, count: same.length })
      : same[0];
  }

  function take(row: Row): RowOutcome {
    const key = nameKey(row.name);
    const known = find(row, key);
    if (known instanceof Refusal) return refusedRow(known);
    const next = known ? decide.patch(known, row) : decide.make(row);
    if (next instanceof Refusal) return refusedRow(next);
    if (next === null) return { outcome: 'unchanged', id: known?.id ?? '' };
    put(next, key);
    if (!known) made.add(next.id);
    else if (!made.has(next.id)) changed.add(next.id);
    return { outcome: known ? 'updated' : 'created', id: next.id };
  }

  const all = (ids: ReadonlySet<string>) => [...ids].flatMap((id) => things.get(id) ?? []);
  return { take, isMade: (id) => made.has(id), made: () => all(made), changed: () => all(changed) };
}
