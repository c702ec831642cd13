import { monthName } from '@mosty/kernel/table-file';
import type { PayoutRow } from '../../store/payouts.ts';
import type { Batch } from '../../store/batches.ts';
import type { Register } from '../../service/register.ts';
import { moneyText, type Table } from './table.ts';
import { dayName, WORDS, type Language } from './words.ts';

/** The register as a document: whom, where to, how much and under which number of ours. */
export function registerTable(register: Register, language: Language): Table {
  const { batch, company, payouts, requisites, people } = register;
  const words = WORDS[language];
  const mark = language === 'ru' ? ',' : '.';
  const person = (id: string | null) => (id === null ? '' : (people.get(id) ?? id));
  return {
    title: `${words.register} — ${dayName(batch.payOn, language)}`,
    language,
    currency: batch.currency,
    facts: [
      [words.company, company],
      [words.batch, batch.id],
      [words.payOn, dayName(batch.payOn, language)],
      [words.through, monthName(batch.through, language)],
      [words.madeBy, person(batch.madeBy)],
      [words.approvedBy, person(batch.approvedBy)],
      ...(batch.secondBy === null ? [] : [[words.secondBy, person(batch.secondBy)] as const]),
      [words.payouts, String(batch.payouts)],
      [words.total, `${moneyText(batch.totalMinor, batch.currency, mark)} ${batch.currency}`],
    ],
    columns: [
      { header: words.reference, kind: 'text', width: 34 },
      { header: words.partner, kind: 'text', width: 30 },
      { header: words.payee, kind: 'text', width: 34 },
      { header: words.taxNumber, kind: 'text', width: 14 },
      { header: words.account, kind: 'text', width: 24 },
      { header: words.bank, kind: 'text', width: 26 },
      { header: `${words.earned}, ${batch.currency}`, kind: 'money', width: 16 },
      { header: `${words.setOff}, ${batch.currency}`, kind: 'money', width: 16 },
      { header: `${words.amount}, ${batch.currency}`, kind: 'money', width: 16 },
      { header: words.state, kind: 'text', width: 14 },
    ],
    rows: payouts.map((payout) => {
      const where = requisites.get(payout.partnerId);
      return [
        payout.id,
        payout.partnerName,
        where?.legalName ?? null,
        where?.taxNumber ?? null,
        where?.bank['account'] ?? null,
        [where?.bank['bankName'], where?.bank['bik']].filter(Boolean).join(', '),
        payout.earnedMinor,
        -payout.carriedMinor,
        payout.amountMinor,
        words.states[payout.state],
      ];
    }),
  };
}

/**
 * What the bank's field for the purpose says, in the language of the bank. The payout's number comes last and is how the
 * money is found again.
 */
export function purposeOf(payout: PayoutRow, vat: string, batch: Batch): string {
  return `Партнёрское вознаграждение по отчёту за ${monthName(batch.through, 'ru')} ${vat}. ${payout.id}`;
}
