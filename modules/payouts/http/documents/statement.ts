import { monthName } from '@mosty/kernel/table-file';
import { businessDateOf, type Zone } from '@mosty/kernel/time';
import type { Statement } from '../../store/statements.ts';
import type { Line } from '../../store/statement-lines.ts';
import { moneyText, type Column, type Table } from './table.ts';
import { dayName, WORDS, type DocumentWords, type Language } from './words.ts';

/** A partner's month as a document: who, whom, for how much and what is owed, always together. */
export function statementTable(
  statement: Statement,
  lines: readonly Line[],
  reader: { readonly language: Language; readonly zone: Zone; readonly company: string },
): Table {
  const { language, zone, company } = reader;
  const words = WORDS[language];
  const { currency } = statement;
  const money = (minor: bigint) => `${moneyText(minor, currency, language === 'ru' ? ',' : '.')} ${currency}`;
  return {
    title: `${words.statement} — ${monthName(statement.month, language)}`,
    language,
    currency,
    facts: [
      [words.company, company],
      [words.partner, statement.partnerName],
      [words.opening, money(statement.openingMinor)],
      [words.accrued, money(statement.accruedMinor)],
      [words.clawedBack, money(statement.clawedBackMinor)],
      [words.corrected, money(statement.correctedMinor)],
      ...(statement.writtenOffMinor === 0n
        ? []
        : [[words.writtenOff, money(statement.writtenOffMinor)] as const]),
      ...(statement.waivedMinor === 0n ? [] : [[words.waived, money(statement.waivedMinor)] as const]),
      [words.paid, money(statement.paidMinor)],
      statement.closingMinor < 0n
        ? [words.owesUs, money(-statement.closingMinor)]
        : [words.closing, money(statement.closingMinor)],
    ],
    columns: columns(words, currency),
    rows: lines.map((line) => [
      dayName(businessDateOf(line.effectiveAt, zone), language),
      line.saleNumber,
      line.clientName,
      line.saleAmountMinor,
      kindOf(line, words),
      line.baseMinor,
      line.ratePpm,
      line.schemeName === null ? null : `${line.schemeName}, v${line.schemeVersion}`,
      line.amountMinor,
    ]),
  };
}

function columns(words: DocumentWords, currency: string): Column[] {
  return [
    { header: words.day, kind: 'text', width: 12 },
    { header: words.sale, kind: 'text', width: 18 },
    { header: words.client, kind: 'text', width: 30 },
    { header: `${words.saleAmount}, ${currency}`, kind: 'money', width: 18 },
    { header: words.what, kind: 'text', width: 20 },
    { header: `${words.base}, ${currency}`, kind: 'money', width: 16 },
    { header: words.rate, kind: 'rate', width: 10 },
    { header: words.rule, kind: 'text', width: 26 },
    { header: `${words.sum}, ${currency}`, kind: 'money', width: 16 },
  ];
}

function kindOf(line: Line, words: DocumentWords): string {
  const kinds: Readonly<Record<string, string>> = words.kinds;
  return `${kinds[line.kind] ?? line.kind}${line.isLate ? `, ${words.late}` : ''}`;
}
