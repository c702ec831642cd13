import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type { LineError } from '../contract/survey.ts';
import { readAnswerFile } from '../domain/answer-file.ts';
import { rights } from '../policy.ts';
import { respondedAlready } from '../store/answers.ts';
import { lockSurvey } from '../store/surveys.ts';
import { respondentOf, writeAnswers, type SaidAnswer } from './write-answers.ts';

interface ImportAnswers {
  readonly surveyId: Id<'survey'>;
  readonly text: string;
  readonly take: boolean;
  readonly skipErrors: boolean;
}

export interface ImportedAnswers {
  readonly lines: number;
  readonly good: number;
  readonly taken: number;
  readonly errors: LineError[];
}

/**
 * Answers gathered elsewhere: looked at line by line; taken only when asked, and with errors only when they may be left.
 * @throws recruiting.survey_unknown, recruiting.no_column
 */
export function importAnswers(ctx: Context, input: ImportAnswers): Promise<ImportedAnswers> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'survey.write');
    const { surveyId } = input;
    const survey =
      (await lockSurvey(tx, surveyId)) ?? refuse('not_found', 'recruiting.survey_unknown', { surveyId });
    const today = businessDateOf(tx.now(), tx.zone);
    const read = readAnswerFile(input.text, today) ?? refuse('invalid', 'recruiting.no_column');
    const answers = read.good.map((line) => ({
      line: line.line,
      said: {
        surveyId,
        came: 'file' as const,
        answeredAt: line.answeredOn === null ? tx.now() : noonOf(line.answeredOn, tx.now()),
        whom: line.whom,
        tools: line.tools,
        signedName: survey.signature === 'nobody' ? null : line.name,
        signedEmail: survey.signature === 'nobody' ? null : line.email,
        respondent: respondentOf(line.respondent, line.email),
      } satisfies SaidAnswer,
    }));
    const { fresh, twice } = await apart(answers, (known) => respondedAlready(tx, surveyId, known));
    const errors = [...read.errors, ...twice].toSorted((a, b) => a.line - b.line);
    const counted = { lines: read.lines, good: fresh.length, errors };
    if (!input.take || fresh.length === 0 || (errors.length > 0 && !input.skipErrors))
      return { ...counted, taken: 0 };
    const taken = await writeAnswers(tx, fresh);
    tx.audit({
      verb: 'recruiting.import_answers',
      subject: surveyId,
      change: { taken, left: errors.length },
    });
    return { ...counted, taken };
  });
}

interface Line {
  readonly line: number;
  readonly said: SaidAnswer;
}

/** Those who have not answered yet; who did, here or in the file itself, is told by line. */
async function apart(lines: readonly Line[], find: (known: readonly string[]) => Promise<Set<string>>) {
  const answered = await find(lines.flatMap(({ said }) => said.respondent ?? []));
  const fresh: SaidAnswer[] = [];
  const twice: LineError[] = [];
  for (const { line, said } of lines) {
    if (said.respondent !== null && answered.has(said.respondent))
      twice.push({ line, code: 'answered_already' });
    else {
      if (said.respondent !== null) answered.add(said.respondent);
      fresh.push(said);
    }
  }
  return { fresh, twice };
}

/** Noon by Moscow: the same day in nearly every zone of the country. */
function noonOf(day: string, now: Date): Date {
  const noon = new Date(`${day}T09:00:00Z`);
  return noon > now ? now : noon;
}
