import { divide } from '@mosty/kernel/money';

/** Rates a seller may add today: 22 % since 01.01.2026, 5 and 7 % on the simplified regime (Tax Code, 164). */
export const VAT_PERCENTS = ['5', '7', '10', '22'] as const;

/** What a payment order says of VAT in the sum. A payee that names no rate is not its payer. */
export function vatWords(amountMinor: bigint, vatPercent: string | undefined): string {
  if (vatPercent === undefined || !(VAT_PERCENTS as readonly string[]).includes(vatPercent))
    return 'НДС не облагается';
  const percent = BigInt(vatPercent);
  const vat = divide(amountMinor * percent, 100n + percent, 'half_away_from_zero')
    .toString()
    .padStart(3, '0');
  return `В т.ч. НДС ${vatPercent}% — ${vat.slice(0, -2)}.${vat.slice(-2)} руб.`;
}
