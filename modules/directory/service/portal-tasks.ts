import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';

/** Something only the partner can do now: on the home page of their portal it is «ваш ход». */
export interface PortalTask {
  /** `module.what`: its words stand in the module's `portalTasks.what`. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** The page of the portal where it is done. */
  readonly to: string;
  readonly dueOn: BusinessDate | null;
}

/** Asked with the reader's own rights: what this person may not do is not a task of theirs. One indexed query. */
export type FindPortalTasks = (tx: Tx, partnerId: Id<'partner'>) => Promise<readonly PortalTask[]>;

const known = new Set<FindPortalTasks>();
const codes = new Set<string>();

/**
 * Tells what may wait for a partner. Who keeps it stands above the directory, and arrows do not point up: so those who
 * keep it say it here, and the portal asks all of them at once.
 * @param told the code, or all of them where one look finds several
 * @throws when a code was told already, or does not read `module.what`
 */
export function definePortalTask(told: string | readonly string[], find: FindPortalTasks): void {
  for (const code of [told].flat()) {
    if (!/^[a-z]+\.[a-z]+(_[a-z]+)*$/.test(code))
      throw new Error(`the task ${code} does not read module.what`);
    if (codes.has(code)) throw new Error(`the portal's task ${code} is defined twice`);
    codes.add(code);
  }
  known.add(find);
}

/** Codes of all tasks there are, for the words of each. */
export function portalTaskCodes(): readonly string[] {
  return [...codes];
}

/** What waits for the partner: what has a day comes first, the nearest before others. */
export async function portalTasksOf(tx: Tx, partnerId: Id<'partner'>): Promise<readonly PortalTask[]> {
  const found: PortalTask[] = [];
  for (const find of known) found.push(...(await find(tx, partnerId)));
  return found.toSorted((a, b) => (a.dueOn ?? LAST).localeCompare(b.dueOn ?? LAST));
}

const LAST = '9999-12-31';
