import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type { Kind } from '@mosty/agreements/contract';
import type { BusinessDate } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import { findIdea, lockIdea, saveIdea, setJoining, type IdeaRecord } from '../store/ideas.ts';

interface Told {
  readonly title: string;
  readonly words: string;
  readonly fromOn: BusinessDate;
  readonly tillOn: BusinessDate;
  readonly kinds: readonly Kind[];
}

/** Something to do together in a window of days (S1.64). @throws library.window_turned */
export function proposeIdea(ctx: Context, input: Told): Promise<IdeaRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'library.edit');
    return save(tx, { ...input, id: tx.id('idea'), state: 'published' }, 'library.propose_idea');
  });
}

/** @throws library.idea_unknown, library.window_turned */
export function changeIdea(
  ctx: Context,
  input: Told & { readonly ideaId: Id<'idea'>; readonly state: 'published' | 'archived' },
): Promise<IdeaRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'library.edit');
    const { ideaId, ...told } = input;
    const found = (await lockIdea(tx, ideaId)) ?? refuse('not_found', 'library.idea_unknown', {});
    return save(tx, { ...found, ...told }, 'library.change_idea');
  });
}

/** A partner takes part, or takes it back. @throws library.idea_unknown, library.idea_over */
export function joinIdea(
  ctx: Context,
  input: { readonly ideaId: Id<'idea'>; readonly takesPart: boolean },
): Promise<{ takesPart: boolean }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'library.join');
    const partnerId = tx.actor.type === 'person' ? tx.actor.partnerId : null;
    const idea = (await findIdea(tx, input.ideaId)) ?? refuse('not_found', 'library.idea_unknown', {});
    if (partnerId === null) refuse('not_permitted', 'library.partners_join', {});
    if (input.takesPart && idea.tillOn < businessDateOf(tx.now(), tx.zone))
      refuse('not_now', 'library.idea_over', { tillOn: idea.tillOn });
    if (await setJoining(tx, idea.id, partnerId, input.takesPart)) {
      tx.audit({
        verb: input.takesPart ? 'library.join_idea' : 'library.leave_idea',
        subject: partnerId,
        change: { ideaId: idea.id },
      });
      tx.emit({ type: 'idea.joined', ideaId: idea.id, partnerId, takesPart: input.takesPart });
    }
    return { takesPart: input.takesPart };
  });
}

async function save(tx: Tx, idea: IdeaRecord, verb: string): Promise<IdeaRecord> {
  if (idea.tillOn < idea.fromOn) refuse('invalid', 'library.window_turned', {});
  await saveIdea(tx, idea);
  tx.audit({
    verb,
    subject: idea.id,
    change: { fromOn: idea.fromOn, tillOn: idea.tillOn, state: idea.state, kinds: idea.kinds },
  });
  return idea;
}
