import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { standingOf } from '@mosty/lifecycle';
import type { Purpose, TouchKind } from '../contract/week.ts';
import { insertTouches } from '../store/week.ts';

const LAUNCHING = new Set(['agreed', 'launch', 'pilot']);
const BEFORE = new Set(['mention', 'candidate', 'talking', 'checking', 'approved']);

/** What time given to this partner is for, by where it stands; whoever is on no path works with us already. */
export function purposeAt(stage: string | null): Purpose {
  if (stage !== null && BEFORE.has(stage)) return 'acquisition';
  return stage !== null && LAUNCHING.has(stage) ? 'launch' : 'retention';
}

/** Writes down that one of us did something with a partner; its purpose follows from the stage unless told. */
export async function touch(
  tx: Tx,
  partnerId: Id<'partner'>,
  told: {
    readonly kind: TouchKind;
    readonly minutes: number;
    readonly purpose?: Purpose;
    readonly ofId?: string;
    readonly note?: string | null;
  },
): Promise<Id<'touch'>> {
  const purpose =
    told.purpose ?? purposeAt((await standingOf(tx, [partnerId])).get(partnerId)?.stage ?? null);
  const id = tx.id('touch');
  const { kind, minutes } = told;
  await insertTouches(tx, [
    { id, partnerId, kind, minutes, purpose, ofId: told.ofId ?? null, note: told.note ?? null },
  ]);
  return id;
}
