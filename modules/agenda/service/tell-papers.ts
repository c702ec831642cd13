import { partnersById } from '@mosty/directory';
import type { Round } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { addDays, businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { defineNotice, tell, toldKeys } from '@mosty/notices';
import { isPaperNews, NEWS_DAYS, type PaperRow } from '../domain/rules/paper-due.ts';
import type { ReceiptRow } from '../domain/rules/receipt-missing.ts';
import { papers } from '../store/duties.ts';
import { missingReceipts } from '../store/money.ts';

/** A receipt is made on the day of the money; three days later it is late. */
const RECEIPT_DAYS = 3;

defineNotice('agenda.agreement_ends', {
  kind: 'documents',
  title: { ru: 'Договорённость скоро кончается', en: 'An agreement ends soon' },
  text: { ru: '«{{partner}}»: последний день {{dueOn}}.', en: '“{{partner}}”: the last day is {{dueOn}}.' },
});
defineNotice('agenda.own_agreement_ends', {
  kind: 'documents',
  title: { ru: 'Наша договорённость скоро кончается', en: 'Our agreement ends soon' },
  text: {
    ru: 'Последний день {{dueOn}}: скажите, что поменять в новой.',
    en: 'The last day is {{dueOn}}: say what to change in the next one.',
  },
});
defineNotice('agenda.exclusivity_ends', {
  kind: 'documents',
  title: { ru: 'Эксклюзив пора пересмотреть', en: 'An exclusivity is to be looked at anew' },
  text: { ru: '«{{partner}}»: действует до {{dueOn}}.', en: '“{{partner}}”: it holds until {{dueOn}}.' },
});
defineNotice('agenda.publication_not_ready', {
  kind: 'documents',
  title: { ru: 'Публикации не хватает erid или пометки', en: 'A publication lacks its erid or label' },
  text: {
    ru: '«{{partner}}» публикует {{dueOn}}: без них выпускать нельзя.',
    en: '“{{partner}}” publishes on {{dueOn}}: it may not go out without them.',
  },
});
defineNotice('agenda.act_due', {
  kind: 'documents',
  title: { ru: 'Акт по рекламе пора передать в ОРД', en: 'The act of an advertisement is due' },
  text: {
    ru: '«{{partner}}»: передайте до {{dueOn}}.',
    en: '“{{partner}}”: hand it to the operator of advertising data by {{dueOn}}.',
  },
});
defineNotice('agenda.receipt_due', {
  kind: 'documents',
  title: { ru: 'Мы ждём ваш чек', en: 'We wait for your receipt' },
  text: {
    ru: 'Выплата от {{paidOn}}: пробейте чек и приложите его.',
    en: 'The payout of {{paidOn}}: make the receipt and attach it.',
  },
  money: true,
});

const CODE = {
  agreement: 'agenda.agreement_ends',
  exclusivity: 'agenda.exclusivity_ends',
  erid: 'agenda.publication_not_ready',
  report: 'agenda.act_due',
} as const;

const keyOf = ({ subject, dueOn }: PaperRow) => `${subject} ${dueOn}`;

/** Papers whose day is near: to whoever leads the partner, and to the partner where it is its paper too. Once for each day. */
export function tellPapers(ctx: Context): Promise<number> {
  return transact(ctx, async (tx) => {
    const today = businessDateOf(tx.now(), tx.zone);
    const near = await untoldPapers(
      tx,
      (await papers(tx)).filter((row) => isPaperNews(row, today)),
    );
    const late = await untoldReceipts(tx, today);
    const ids = [...new Set(near.map(({ partnerId }) => partnerId as Id<'partner'>))];
    const names = new Map((await partnersById(tx, ids)).map(({ id, name }) => [id as string, name]));
    for (const row of near) await tellPaper(tx, row, names.get(row.partnerId) ?? '');
    for (const { payoutId, partnerId, paidOn } of late)
      await tell(tx, {
        code: 'agenda.receipt_due',
        to: { partnerId: partnerId as Id<'partner'> },
        subject: payoutId,
        params: { paidOn: { day: paidOn } },
        path: '/portal/docs',
        onceKey: payoutId,
      });
    return near.length + late.length;
  });
}

/** What was told is not said again, however often we look. */
async function untoldPapers(tx: Tx, rows: readonly PaperRow[]): Promise<PaperRow[]> {
  const untold: PaperRow[] = [];
  for (const [what, ofKind] of Map.groupBy(rows, (row) => row.what)) {
    const told = await toldKeys(tx, CODE[what], ofKind.map(keyOf));
    untold.push(...ofKind.filter((row) => !told.has(keyOf(row))));
  }
  return untold;
}

async function untoldReceipts(tx: Tx, today: BusinessDate): Promise<ReceiptRow[]> {
  const lateOn = addDays(today, -RECEIPT_DAYS);
  const late = (await missingReceipts(tx)).filter(
    ({ paidOn }) => paidOn <= lateOn && paidOn >= addDays(lateOn, -NEWS_DAYS),
  );
  const told = await toldKeys(
    tx,
    'agenda.receipt_due',
    late.map(({ payoutId }) => payoutId),
  );
  return late.filter(({ payoutId }) => !told.has(payoutId));
}

async function tellPaper(tx: Tx, row: PaperRow, partner: string): Promise<void> {
  const { subject, what, dueOn } = row;
  const partnerId = row.partnerId as Id<'partner'>;
  const paper = { subject, params: { partner, dueOn: { day: dueOn } }, onceKey: keyOf(row) };
  const ends = what === 'agreement' || what === 'exclusivity';
  const path = ends ? `/partners/${partnerId}` : `/calendar?open=${subject}`;
  await tell(tx, { code: CODE[what], to: { keeperOf: partnerId }, path, ...paper });
  if (what === 'agreement')
    await tell(tx, { code: 'agenda.own_agreement_ends', to: { partnerId }, path: '/portal/rules', ...paper });
}

export const lookForPapers: Round = { name: 'agenda.tell_papers', run: tellPapers };
