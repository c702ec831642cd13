import { Refusal } from '@mosty/kernel/refusal';

interface Merged {
  readonly id: string;
  readonly name: string;
  readonly firstPaidAt: Date | null;
  readonly mergedIntoId: string | null;
}

/**
 * Only somebody who has not paid is merged into another: what was paid stands in closed months, in statements and in
 * money sent, and is not moved from client to client.
 */
export function mayMerge(from: Merged, into: Merged): true | Refusal {
  if (from.id === into.id) return new Refusal('invalid', 'directory.merged_into_itself');
  for (const one of [from, into])
    if (one.mergedIntoId !== null)
      return new Refusal('not_now', 'directory.client_merged', { client: one.name });
  if (from.firstPaidAt === null) return true;
  return into.firstPaidAt === null
    ? new Refusal('conflict', 'directory.merge_other_way', { client: from.name, other: into.name })
    : new Refusal('conflict', 'directory.both_paid', { client: from.name, other: into.name });
}

const FILLED = ['externalId', 'email', 'phone', 'taxNumber', 'person', 'site', 'country', 'segment'] as const;
export type Filled = (typeof FILLED)[number];
type Described = Readonly<Record<Filled, string | null>>;

/** What the other one lacks and this one has. */
export function fieldsToFill(from: Described, into: Described): Filled[] {
  return FILLED.filter((field) => into[field] === null && from[field] !== null);
}

/** Of the fields filled then those that are as they were filled: what was written since is not taken away. */
export function fieldsToClear(filled: readonly string[], from: Described, into: Described): Filled[] {
  return FILLED.filter((field) => filled.includes(field) && into[field] === from[field]);
}

export function taken<Client extends Described>(
  client: Client,
  fields: readonly Filled[],
  of: Described | null,
): Client {
  return { ...client, ...Object.fromEntries(fields.map((field) => [field, of === null ? null : of[field]])) };
}
