import { may, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { dayCell, everyRow, writeTable, type TableColumn } from '@mosty/kernel/table-file';
import { businessDateOf } from '@mosty/kernel/time';
import * as api from '../contract/survey.ts';
import { rights } from '../policy.ts';
import { importAnswers } from '../service/import-answers.ts';
import { closeSurvey, openSurvey, reopenSurvey, updateSurvey } from '../service/surveys.ts';
import { pageOfAnswers, type AnswerRow } from '../store/answers.ts';
import { countedSurveys } from '../store/surveys.ts';

export const surveyRoutes: readonly Served[] = [
  serve(api.listSurveys, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'survey.read');
      return { items: await countedSurveys(tx) };
    }),
  ),
  serve(api.openSurvey, async (ctx, { body }) => {
    const { id } = await openSurvey(ctx, { ...body, intro: body.intro ?? null });
    return counted(ctx, id);
  }),
  serve(api.updateSurvey, async (ctx, { params, body }) => {
    await updateSurvey(ctx, { ...params, ...body });
    return counted(ctx, params.surveyId);
  }),
  serve(api.closeSurvey, async (ctx, { params }) => {
    await closeSurvey(ctx, params);
    return counted(ctx, params.surveyId);
  }),
  serve(api.reopenSurvey, async (ctx, { params }) => {
    await reopenSurvey(ctx, params);
    return counted(ctx, params.surveyId);
  }),
  serve(api.listSurveyAnswers, (ctx, { query }) => look(ctx, (tx) => pageOf(tx, query))),
  serve(api.exportSurveyAnswers, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'survey.write');
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'survey-answers',
          columns: COLUMNS,
          rows: everyRow(async (page) => {
            const { items, nextCursor } = await pageOf(tx, { ...filter, ...page });
            return {
              items: items.map((row) => ({ ...row, day: businessDateOf(row.answeredAt, tx.zone) })),
              nextCursor,
            };
          }),
        },
      );
    }),
  ),
  serve(api.importSurveyAnswers, (ctx, { params, body }) => importAnswers(ctx, { ...params, ...body })),
];

function counted(ctx: Context, surveyId: Id<'survey'>) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'survey.read');
    return (
      (await countedSurveys(tx, surveyId))[0] ??
      refuse('not_found', 'recruiting.survey_unknown', { surveyId })
    );
  });
}

async function pageOf(
  tx: Tx,
  { cursor, ...query }: { cursor?: string | undefined; limit: number; surveyId?: string | undefined },
) {
  permit(tx, rights, 'survey.read');
  const rows = await pageOfAnswers(tx, {
    ...query,
    after: decodeCursor(cursor),
    // Names and addresses of clients are for those who keep the survey.
    withSignature: may(tx, rights, 'survey.write'),
  });
  return pageFrom(rows, query.limit, (row) => ({ value: row.answeredAt.toISOString(), id: row.id }));
}

type FileRow = AnswerRow & { readonly day: string };

const COLUMNS: readonly TableColumn<FileRow>[] = [
  { title: { ru: 'Дата', en: 'Date' }, value: (row) => dayCell(row.day) },
  { title: { ru: 'Кого слушаете', en: 'Whom' }, value: (row) => row.whom.join(', ') },
  { title: { ru: 'Чем пользуетесь', en: 'Tools' }, value: (row) => row.tools.join(', ') },
  { title: { ru: 'Имя', en: 'Name' }, value: (row) => row.signedName },
  { title: { ru: 'Почта', en: 'E-mail' }, value: (row) => row.signedEmail },
];
