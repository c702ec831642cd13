import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { lockMember, saveMember, type Member } from '../store/members.ts';
import { meOf } from './me.ts';

export function renameMe(ctx: Context, input: { name: string }): Promise<Member> {
  return transact(ctx, async (tx) => {
    const me = await meOf(tx, lockMember);
    const renamed: Member = { ...me, name: input.name };
    await saveMember(tx, renamed);
    tx.audit({ verb: 'identity.rename_me', subject: me.id });
    return renamed;
  });
}
