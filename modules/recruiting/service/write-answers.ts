import { createHash } from 'node:crypto';
import type { Tx } from '@mosty/kernel/context';
import { QUESTIONS } from '../contract/mentions.ts';
import type { SaidName } from '../domain/read-names.ts';
import { insertAnswers, type AnswerRecord } from '../store/answers.ts';
import { hear } from './hear.ts';

export interface SaidAnswer extends Omit<AnswerRecord, 'id' | 'whom' | 'tools'> {
  readonly whom: readonly SaidName[];
  readonly tools: readonly SaidName[];
}

/**
 * What tells people apart, hashed: a letter's mark and an e-mail are nobody's to read here. The same in every survey, so
 * that whoever answers two of them is still one speaker. Null: nothing tells.
 */
export function respondentOf(mark: string | null, email: string | null): string | null {
  const known = email === null ? mark && `mark ${mark}` : `email ${email.toLowerCase()}`;
  return known ? createHash('sha256').update(known).digest('hex') : null;
}

/** Writes answers and every name they say; whoever answered before is left out. Answers how many were written. */
export async function writeAnswers(tx: Tx, answers: readonly SaidAnswer[]): Promise<number> {
  const records = answers.map((said) => ({ said, id: tx.id('survey_answer') }));
  const written = await insertAnswers(
    tx,
    records.map(({ said, id }) => ({
      ...said,
      id,
      whom: said.whom.map(({ spoken }) => spoken),
      tools: said.tools.map(({ spoken }) => spoken),
    })),
  );
  await hear(
    tx,
    records
      .filter(({ id }) => written.has(id))
      .flatMap(({ said, id }) =>
        QUESTIONS.flatMap((question) =>
          said[question].map((name) => ({
            name,
            source: 'survey' as const,
            question,
            note: null,
            clientId: null,
            answerId: id,
            speaker: `answer ${said.respondent ?? id}`,
            byClient: true,
            saidAt: said.answeredAt,
          })),
        ),
      ),
  );
  return written.size;
}
