import { permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { languageOf, serve, type Served } from '@mosty/kernel/http';
import { everyRow, writeTable } from '@mosty/kernel/table-file';
import * as api from '../contract/polls.ts';
import { rights } from '../policy.ts';
import { addDeed } from '../service/polls/add-deed.ts';
import { answerPoll } from '../service/polls/answer-poll.ts';
import { openPoll } from '../service/polls/open-poll.ts';
import { readPollSettings, setPollSettings } from '../service/polls/poll-settings.ts';
import { answersShown, readOwnPoll, readPoll, readPolls } from '../service/polls/read-polls.ts';
import { words } from '../ui/words.ts';

const title = (scale: api.Scale) => ({ ru: words.ru.poll.scale[scale], en: words.en.poll.scale[scale] });

export const pollRoutes: readonly Served[] = [
  serve(api.listPolls, (ctx, { query }) => readPolls(ctx, query)),
  serve(api.readPoll, (ctx, { params }) => readPoll(ctx, params.pollId)),
  serve(api.openPoll, async (ctx) => readPoll(ctx, (await openPoll(ctx)).id)),
  serve(api.listPollAnswers, (ctx, { query }) => look(ctx, (tx) => answersShown(tx, query))),
  serve(api.exportPollAnswers, (ctx, { query: { format, language, ...chosen }, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'poll.export');
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'poll-answers',
          columns: [
            { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partner?.name ?? null },
            { title: { ru: 'Кто ответил', en: 'Answered by' }, value: (row) => row.person },
            { title: { ru: 'Посоветует, 0–10', en: 'Would recommend, 0–10' }, value: (row) => row.recommend },
            ...api.SCALES.map((scale) => ({
              title: title(scale),
              value: (row: api.PollAnswer) => row.marks[scale],
            })),
            { title: { ru: 'Своими словами', en: 'In their own words' }, value: (row) => row.words },
          ],
          rows: everyRow<api.PollAnswer>((page) => answersShown(tx, { ...chosen, ...page })),
        },
      );
    }),
  ),
  serve(api.addPollDeed, async (ctx, { params, body }) => {
    await addDeed(ctx, { ...params, ...body });
    return readPoll(ctx, params.pollId);
  }),
  serve(api.readPollSettings, (ctx) => readPollSettings(ctx)),
  serve(api.setPollSettings, (ctx, { body }) => setPollSettings(ctx, body)),
  serve(api.readOwnPoll, (ctx) => readOwnPoll(ctx)),
  serve(api.answerPoll, async (ctx, { params, body }) => {
    await answerPoll(ctx, { ...params, ...body, words: body.words ?? null });
    return readOwnPoll(ctx);
  }),
];
