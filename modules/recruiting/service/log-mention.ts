import { createHash } from 'node:crypto';
import { clientsById, nameKey } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { MentionSource, Question } from '../contract/mentions.ts';
import { linkKey } from '../domain/link-key.ts';
import { readName } from '../domain/read-names.ts';
import { rights } from '../policy.ts';
import type { MentionRecord } from '../store/mentions.ts';
import { hear } from './hear.ts';

export interface LogMention {
  readonly name: string;
  readonly source: Exclude<MentionSource, 'survey'>;
  readonly question?: Question | undefined;
  readonly link?: string | undefined;
  readonly note?: string | undefined;
  readonly clientId?: Id<'client'> | undefined;
  readonly heardFrom?: string | undefined;
  readonly saidAt?: Date | undefined;
}

/** A name was heard (S1.8, S1.9). @throws recruiting.no_name, recruiting.client_unknown, recruiting.not_yet_said */
export function logMention(ctx: Context, input: LogMention): Promise<MentionRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'mention.log');
    const said = readName(input.name) ?? refuse('invalid', 'recruiting.no_name');
    const clientId = input.clientId ?? null;
    if (clientId !== null && (await clientsById(tx, [clientId])).length === 0)
      refuse('not_found', 'recruiting.client_unknown', { clientId });
    const saidAt = input.saidAt ?? tx.now();
    if (saidAt > tx.now()) refuse('invalid', 'recruiting.not_yet_said');
    const link = input.link ?? said.link;
    const [mention] = await hear(tx, [
      {
        name: { spoken: said.spoken, link },
        source: input.source,
        question: input.question ?? null,
        note: input.note ?? null,
        clientId,
        answerId: null,
        speaker: speakerOf({ ...input, link }, tx.actor.id),
        byClient: clientId !== null,
        saidAt,
      },
    ]);
    if (!mention) throw new Error('a mention was not written');
    tx.audit({
      verb: 'recruiting.log_mention',
      subject: mention.nameId,
      change: { mentionId: mention.id, source: mention.source, ...(clientId && { clientId }) },
    });
    return mention;
  });
}

/**
 * Whose word it is. The same client, the same page and the same stranger are one speaker however often they are written
 * down; where nobody is known, whoever wrote it down answers for all they heard.
 */
function speakerOf(
  {
    clientId,
    heardFrom,
    link,
  }: { clientId?: string | undefined; heardFrom?: string | undefined; link: string | null },
  actorId: string,
): string {
  if (clientId) return `client ${clientId}`;
  if (heardFrom) return `person ${createHash('sha256').update(nameKey(heardFrom)).digest('hex')}`;
  if (link !== null) return `page ${createHash('sha256').update(linkKey(link)).digest('hex')}`;
  return `through ${actorId}`;
}
