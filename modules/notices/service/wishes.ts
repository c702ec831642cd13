import type { Member } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import type { NoticeKind, NoticeWay } from '../contract/kinds.ts';
import { USUAL_QUIET, type Quiet } from '../domain/quiet.ts';
import { usualWay } from '../domain/usual-way.ts';
import { choicesOf, quietOf } from '../store/choices.ts';

export interface Wishes {
  way(member: Pick<Member, 'id' | 'role'>, kind: NoticeKind): NoticeWay;
  quiet(member: Pick<Member, 'id'>): Quiet;
}

/** What these people chose, and where they chose nothing, what their role has. */
export async function wishesOf(tx: Tx, members: readonly Pick<Member, 'id'>[]): Promise<Wishes> {
  const ids = members.map(({ id }) => id);
  const chosen = await choicesOf(tx, ids);
  const quiets = await quietOf(tx, ids);
  return {
    way: ({ id, role }, kind) => chosen.get(id)?.get(kind) ?? usualWay(role, kind),
    quiet: ({ id }) => quiets.get(id) ?? { ...USUAL_QUIET, zone: tx.zone },
  };
}
