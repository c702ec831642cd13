import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { languageOf, serve, type Served } from '@mosty/kernel/http';
import { amountOf, dayCell, everyRow, said, saidList, writeTable } from '@mosty/kernel/table-file';
import { businessDateOf } from '@mosty/kernel/time';
import type * as z from 'zod';
import { exportPayouts, type listBatches } from '../contract/batch.ts';
import { exportOwed } from '../contract/money.ts';
import { exportStatements } from '../contract/statement.ts';
import { rights } from '../policy.ts';
import { words } from '../ui/words.ts';
import { pageOfBatches, pageOfPayouts } from './batches.ts';
import { pageOfOwed } from './money.ts';
import { pageOfStatements } from './statements.ts';

export const exportRoutes: readonly Served[] = [
  serve(exportStatements, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'statement.export');
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'statements',
          columns: [
            { title: { ru: 'Месяц', en: 'Month' }, value: (row) => ({ month: row.month }) },
            { title: { ru: 'Партнёр: номер в системе', en: 'Partner id' }, value: (row) => row.partnerId },
            { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partnerName },
            { title: { ru: 'Были должны', en: 'Was owed' }, value: amountOf((row) => row.openingMinor) },
            { title: { ru: 'Начислено', en: 'Accrued' }, value: amountOf((row) => row.accruedMinor) },
            {
              title: { ru: 'Удержано по возвратам', en: 'Clawed back' },
              value: amountOf((row) => row.clawedBackMinor),
            },
            { title: { ru: 'Исправлено', en: 'Corrected' }, value: amountOf((row) => row.correctedMinor) },
            { title: { ru: 'Списано', en: 'Written off' }, value: amountOf((row) => row.writtenOffMinor) },
            {
              title: { ru: 'Партнёр отказался', en: 'Given up by the partner' },
              value: amountOf((row) => row.waivedMinor),
            },
            { title: { ru: 'Выплачено', en: 'Paid' }, value: amountOf((row) => row.paidMinor) },
            {
              title: { ru: 'Остались должны', en: 'Still owed' },
              value: amountOf((row) => row.closingMinor),
            },
            { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.currency },
            {
              title: { ru: 'Состояние', en: 'State' },
              value: (row) => said(row.state, { ru: words.ru.statementState, en: words.en.statementState }),
            },
            {
              title: { ru: 'Отправлен', en: 'Sent on' },
              value: (row) => dayCell(row.sentAt && businessDateOf(row.sentAt, tx.zone)),
            },
            {
              title: { ru: 'Возразить можно до', en: 'Objections until' },
              value: (row) => dayCell(row.answerBy),
            },
          ],
          rows: everyRow((page) => pageOfStatements(tx, { ...filter, ...page })),
        },
      );
    }),
  ),
  serve(exportPayouts, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'payout.export');
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'payouts',
          columns: [
            { title: { ru: 'Платим', en: 'Paid on' }, value: (row) => dayCell(row.batch.payOn) },
            {
              title: { ru: 'За период по', en: 'Earned through' },
              value: (row) => ({ month: row.batch.through }),
            },
            { title: { ru: 'Выплата: номер в системе', en: 'Batch id' }, value: (row) => row.batch.id },
            {
              title: { ru: 'Состояние выплаты', en: 'State of the batch' },
              value: (row) => said(row.batch.state, { ru: words.ru.batchState, en: words.en.batchState }),
            },
            { title: { ru: 'Номер перевода', en: 'Payout id' }, value: (row) => row.id },
            { title: { ru: 'Партнёр: номер в системе', en: 'Partner id' }, value: (row) => row.partnerId },
            { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partnerName },
            { title: { ru: 'Заработано', en: 'Earned' }, value: amountOf((row) => row.earnedMinor) },
            {
              title: { ru: 'Зачтено удержаний', en: 'Set off' },
              value: amountOf((row) => -row.carriedMinor),
            },
            { title: { ru: 'Сумма', en: 'Amount' }, value: amountOf((row) => row.amountMinor) },
            { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.currency },
            { title: { ru: 'Начислений', en: 'Accruals' }, value: (row) => row.accruals },
            {
              title: { ru: 'Состояние', en: 'State' },
              value: (row) => said(row.state, { ru: words.ru.payoutState, en: words.en.payoutState }),
            },
            { title: { ru: 'Оплачено', en: 'Paid on day' }, value: (row) => dayCell(row.paidOn) },
            { title: { ru: 'Почему не прошла', en: 'Why it ended' }, value: (row) => row.endReason },
          ],
          rows: payoutsOfBatches(tx, filter),
        },
      );
    }),
  ),
  serve(exportOwed, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'money.export');
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'settlements',
          columns: [
            { title: { ru: 'Партнёр: номер в системе', en: 'Partner id' }, value: (row) => row.partnerId },
            { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partnerName },
            { title: { ru: 'Должны', en: 'Owed' }, value: amountOf((row) => row.owedMinor) },
            { title: { ru: 'К выплате', en: 'To be paid' }, value: amountOf((row) => row.availableMinor) },
            { title: { ru: 'Просрочено', en: 'Overdue' }, value: amountOf((row) => row.overdueMinor) },
            { title: { ru: 'На проверке', en: 'In validation' }, value: amountOf((row) => row.pendingMinor) },
            { title: { ru: 'Заморожено', en: 'On hold' }, value: amountOf((row) => row.onHoldMinor) },
            { title: { ru: 'В выплате', en: 'In payment' }, value: amountOf((row) => row.inPaymentMinor) },
            {
              title: { ru: 'К удержанию', en: 'To be withheld' },
              value: amountOf((row) => row.clawbackMinor),
            },
            { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.currency },
            {
              title: { ru: 'Что мешает', en: 'What blocks it' },
              value: (row) =>
                saidList(
                  row.blockedBecause.map(({ code }) =>
                    said(code, { ru: words.ru.blockedShort, en: words.en.blockedShort }),
                  ),
                  ', ',
                ),
            },
          ],
          rows: everyRow((page) => pageOfOwed(tx, { ...filter, ...page })),
        },
      );
    }),
  ),
];

type BatchFilter = Omit<z.output<typeof listBatches.query>, 'cursor' | 'limit'>;

/** Batch by batch, the last made first; in each the largest payout first, as on the screens. */
async function* payoutsOfBatches(tx: Tx, filter: BatchFilter) {
  for await (const batch of everyRow((page) => pageOfBatches(tx, { ...filter, ...page }))) {
    const { partnerId } = filter;
    for await (const payout of everyRow((page) => pageOfPayouts(tx, batch.id, { partnerId, ...page })))
      yield { ...payout, batch };
  }
}
