import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { dayCell, everyRow, said, writeTable } from '@mosty/kernel/table-file';
import { businessDateOf } from '@mosty/kernel/time';
import { words as kit } from '@mosty/ui-kit/words';
import * as api from '../contract/introductions.ts';
import { rights } from '../policy.ts';
import { introducerReward, setIntroducerReward } from '../service/introducer-reward.ts';
import { pageOfIntroductions, soldBy } from '../store/introductions.ts';

export const introductionRoutes: readonly Served[] = [
  serve(api.listIntroductions, (ctx, { query }) => look(ctx, (tx) => pageShown(tx, query))),
  serve(api.exportIntroductions, (ctx, { query: { format, language }, headers }) =>
    look(ctx, (tx) =>
      writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'introductions',
          columns: [
            { title: { ru: 'Кто познакомил', en: 'Introduced by' }, value: (row) => row.introducer.name },
            { title: { ru: 'Партнёр: номер в системе', en: 'Partner id' }, value: (row) => row.partner.id },
            { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partner.name },
            { title: { ru: 'Пришёл', en: 'Came on' }, value: (row) => dayCell(row.cameOn) },
            {
              title: { ru: 'Первая оплата', en: 'First paid deal' },
              value: (row) => dayCell(row.firstSaleOn),
            },
            {
              title: { ru: 'Класс', en: 'Class' },
              value: (row) => said(row.class, { ru: kit.ru.class, en: kit.en.class }),
            },
            {
              title: { ru: 'Оплачено', en: 'Paid' },
              value: (row) =>
                row.paidMinor === null ? null : { minor: row.paidMinor, currency: row.currency },
            },
            { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.currency },
          ],
          rows: everyRow(async (page) => {
            const { items, nextCursor } = await pageShown(tx, page);
            return { items: items.flatMap(byClass), nextCursor };
          }),
        },
      ),
    ),
  ),
  serve(api.readIntroducerReward, (ctx) =>
    look(ctx, (tx) => {
      permit(tx, rights, 'introduction.read');
      return introducerReward(tx);
    }),
  ),
  serve(api.setIntroducerReward, (ctx, { body: { amountMinor } }) =>
    setIntroducerReward(ctx, { amountMinor: amountMinor === null ? null : BigInt(amountMinor) }),
  ),
];

async function pageShown(tx: Tx, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  permit(tx, rights, 'introduction.read');
  const rows = await pageOfIntroductions(tx, { after: decodeCursor(cursor), limit });
  const page = pageFrom(rows, limit, ({ createdAt, partner }) => ({
    value: createdAt.toISOString(),
    id: partner.id,
  }));
  const sold = await soldBy(
    tx,
    page.items.map(({ partner }) => partner.id),
  );
  const items = page.items.map(({ createdAt, ...one }) => ({
    ...one,
    cameOn: businessDateOf(createdAt, tx.zone),
    sold: sold.get(one.partner.id) ?? [],
  }));
  return { ...page, items };
}

type Shown = Awaited<ReturnType<typeof pageShown>>['items'][number];
interface Line extends Omit<Shown, 'sold'> {
  readonly class: string | null;
  readonly currency: string;
  readonly paidMinor: bigint | null;
}

/** A line of the file for each class: a file is summed by whoever opens it. */
function byClass({ sold, ...one }: Shown): Line[] {
  if (sold.length === 0) return [{ ...one, class: null, currency: '', paidMinor: null }];
  return sold.map((each) => ({ ...one, ...each }));
}
