import { ability, partnersById } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { Refusal, refuse } from '@mosty/kernel/refusal';
import { everyRow, said, saidList, writeTable, type TableColumn } from '@mosty/kernel/table-file';
import { standingOf } from '@mosty/lifecycle';
import type * as z from 'zod';
import * as api from '../contract/names.ts';
import { rights } from '../policy.ts';
import { alikeNames } from '../service/alike-names.ts';
import { keepApart, mergeNames, partName } from '../service/merge-names.ts';
import { takeName } from '../service/take-name.ts';
import { bringNameBack, setNameAside, updateName } from '../service/update-name.ts';
import { scoredNames, type Scored } from '../service/weigh-names.ts';
import { countAnswers } from '../store/answers.ts';
import { countHeard, nameOfSpelling } from '../store/influence.ts';
import { words } from '../ui/words.ts';

export const nameRoutes: readonly Served[] = [
  serve(api.listNames, (ctx, { query }) => look(ctx, (tx) => pageOf(tx, query))),
  serve(api.exportNames, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) =>
      writeTable(
        { format, language: languageOf(headers, language) },
        { name: 'names', columns: COLUMNS, rows: everyRow((page) => pageOf(tx, { ...filter, ...page })) },
      ),
    ),
  ),
  serve(api.readInfluence, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'mention.read');
      const alike = (await alikeNames(tx)).length;
      return { ...(await countHeard(tx)), answers: await countAnswers(tx), alike };
    }),
  ),
  serve(api.listAlike, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'mention.read');
      return { items: (await alikeNames(tx)).slice(0, 100) };
    }),
  ),
  serve(api.readName, (ctx, { params }) =>
    look(ctx, async (tx) => {
      const name = await presented(tx, params.nameId);
      const alike = (await alikeNames(tx)).flatMap(({ one, other, why }) => {
        if (one.id === name.id) return [{ ...other, why }];
        return other.id === name.id ? [{ ...one, why }] : [];
      });
      return { ...name, alike, can: abilities(tx, name) };
    }),
  ),
  serve(api.updateName, async (ctx, { params, body }) => {
    await updateName(ctx, { ...params, ...body });
    return card(ctx, params.nameId);
  }),
  serve(api.mergeNames, async (ctx, { params, body }) => {
    await mergeNames(ctx, { ...params, ...body });
    return card(ctx, body.intoId);
  }),
  serve(api.partName, async (ctx, { params }) => {
    await partName(ctx, params);
    return card(ctx, params.nameId);
  }),
  serve(api.keepApart, async (ctx, { params, body }) => {
    await keepApart(ctx, { ...params, ...body });
    return { apart: true as const };
  }),
  serve(api.setNameAside, async (ctx, { params, body }) => {
    await setNameAside(ctx, { ...params, ...body });
    return card(ctx, params.nameId);
  }),
  serve(api.bringNameBack, async (ctx, { params }) => {
    await bringNameBack(ctx, params);
    return card(ctx, params.nameId);
  }),
  serve(api.takeName, (ctx, { params, body }) => takeName(ctx, { ...params, ...body })),
];

const card = (ctx: Context, nameId: Id<'heard_name'>) => look(ctx, (tx) => presented(tx, nameId));

/** A spelling that was merged answers with the name it turned out to be. */
async function presented(tx: Tx, nameId: Id<'heard_name'>) {
  permit(tx, rights, 'mention.read');
  const root =
    (await nameOfSpelling(tx, nameId)) ?? refuse('not_found', 'recruiting.name_unknown', { nameId });
  const [name] = await present(tx, await scoredNames(tx, { ids: [root.id] }));
  return name ?? refuse('not_found', 'recruiting.name_unknown', { nameId });
}

type Query = Omit<z.output<(typeof api.listNames)['query']>, 'cursor'> & { cursor?: string | undefined };

async function pageOf(tx: Tx, { cursor, limit, sort, ...asked }: Query) {
  permit(tx, rights, 'mention.read');
  const rank = (name: Scored) => (sort === 'score' ? name.score.tenths : name.speakers);
  const names = (await scoredNames(tx, asked)).toSorted(
    (a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1),
  );
  const after = decodeCursor(cursor);
  const from = after
    ? names.filter((name) => {
        const place = Number(after.value);
        return rank(name) < place || (rank(name) === place && name.id > after.id);
      })
    : names;
  const page = pageFrom(from.slice(0, limit + 1), limit, (name) => ({
    value: String(rank(name)),
    id: name.id,
  }));
  return { ...page, items: await present(tx, page.items) };
}

async function present(tx: Tx, names: readonly Scored[]) {
  const answered = await countAnswers(tx);
  const ids = names.flatMap(({ partnerId }) => partnerId ?? []);
  const partners = new Map((await partnersById(tx, ids)).map((partner) => [partner.id, partner]));
  const standings = await standingOf(tx, ids);
  return names.map(({ partnerId, setAsideAt, setAsideWhy, answers, ...name }) => {
    const partner = partnerId === null ? undefined : partners.get(partnerId);
    return {
      ...name,
      aliases: [...name.aliases],
      links: [...name.links],
      bySource: [...name.bySource],
      byQuestion: [...name.byQuestion],
      answeredPpm: answered === 0 ? null : Math.round((answers * 1_000_000) / answered),
      partner: partner
        ? { id: partner.id, name: partner.name, stage: standings.get(partner.id)?.stage ?? null }
        : null,
      setAside: setAsideAt && setAsideWhy ? { at: setAsideAt, why: setAsideWhy } : null,
    };
  });
}

function abilities(tx: Tx, name: Pick<api.HeardName, 'partner' | 'mentions'>) {
  const notTaken = () => name.partner !== null && new Refusal('conflict', 'recruiting.taken_already', {});
  const write = () => permit(tx, rights, 'name.write');
  return {
    take: ability(
      () => permit(tx, rights, 'name.take'),
      notTaken,
      () => name.mentions === 0 && new Refusal('not_now', 'recruiting.never_said', {}),
    ),
    setAside: ability(write, notTaken),
    write: ability(write),
    takeBack: ability(() => permit(tx, rights, 'mention.take_back')),
  };
}

const COLUMNS: readonly TableColumn<Awaited<ReturnType<typeof present>>[number]>[] = [
  { title: { ru: 'Имя', en: 'Name' }, value: (row) => row.spoken },
  {
    title: { ru: 'Другие написания', en: 'Other spellings' },
    value: (row) => row.aliases.map((alias) => alias.spoken).join(', '),
  },
  { title: { ru: 'Балл', en: 'Score' }, value: (row) => row.score.tenths / 10 },
  { title: { ru: 'Назвали людей', en: 'Named by people' }, value: (row) => row.speakers },
  { title: { ru: 'Из них клиентов', en: 'Of them clients' }, value: (row) => row.clients },
  {
    title: { ru: 'Доля ответивших, %', en: 'Share of answers, %' },
    value: (row) => (row.answeredPpm === null ? null : row.answeredPpm / 10_000),
  },
  {
    title: { ru: 'Откуда', en: 'Sources' },
    value: (row) =>
      saidList(
        row.bySource.map(({ source }) =>
          said(source, { ru: words.ru.names.source, en: words.en.names.source }),
        ),
        ', ',
      ),
  },
  { title: { ru: 'Аудитория', en: 'Audience' }, value: (row) => row.audienceSize },
  { title: { ru: 'Ссылки', en: 'Links' }, value: (row) => row.links.join(' ') },
];
