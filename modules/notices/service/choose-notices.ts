import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { isZone } from '@mosty/kernel/time';
import type { Choices } from '../contract/choices.ts';
import { NOTICE_KINDS, waysOf, type NoticeKind, type NoticeWay } from '../contract/kinds.ts';
import type { Quiet } from '../domain/quiet.ts';
import { usualWay } from '../domain/usual-way.ts';
import { choicesOf, saveChoice, saveQuiet } from '../store/choices.ts';
import { me } from './me.ts';
import { wishesOf } from './wishes.ts';

interface Chosen {
  readonly ways: Readonly<Partial<Record<NoticeKind, NoticeWay>>>;
  readonly quiet: Quiet;
}

/** @throws notices.no_such_zone, notices.digest_is_a_letter */
export function chooseNotices(ctx: Context, { ways, quiet }: Chosen): Promise<void> {
  return transact(ctx, async (tx) => {
    const member = await me(tx);
    if (!isZone(quiet.zone)) refuse('invalid', 'notices.no_such_zone', { zone: quiet.zone });
    for (const kind of NOTICE_KINDS) {
      const way = ways[kind];
      if (way === undefined) continue;
      if (!waysOf(kind).includes(way)) refuse('invalid', 'notices.digest_is_a_letter', { way });
      await saveChoice(tx, member, kind, way);
    }
    await saveQuiet(tx, member, quiet);
    tx.audit({ verb: 'notices.choose_notices', subject: member.id, change: { ways, quiet } });
  });
}

/** What holds for the reader: chosen, or as their role has it. */
export async function ownChoices(tx: Tx): Promise<Choices> {
  const member = await me(tx);
  const wishes = await wishesOf(tx, [member]);
  const chosen = (await choicesOf(tx, [member.id])).get(member.id);
  return {
    items: NOTICE_KINDS.map((kind) => ({
      kind,
      way: wishes.way(member, kind),
      usual: usualWay(member.role, kind),
      isUsual: !chosen?.has(kind),
    })),
    quiet: wishes.quiet(member),
  };
}
