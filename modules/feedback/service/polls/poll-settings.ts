import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import type { PollSettings } from '../../contract.ts';
import { USUAL } from '../../domain/half-year.ts';
import { rights } from '../../policy.ts';
import { insertSettings, settingsNow } from '../../store/polls.ts';

export function readPollSettings(ctx: Context): Promise<PollSettings> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'poll.read');
    return (await settingsNow(tx)) ?? USUAL;
  });
}

/** A poll that is open stays as it was promised: with names or without. */
export function setPollSettings(ctx: Context, settings: PollSettings): Promise<PollSettings> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'poll.run');
    await insertSettings(tx, settings);
    tx.audit({ verb: 'feedback.set_poll', subject: tx.workspaceId, change: { ...settings } });
    return settings;
  });
}
