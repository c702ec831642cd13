import type { ReportingClass } from '@mosty/agreements/contract';

/** What came of working together: the same for both sides. Classes (S2.3) and currencies are never added up. */
export interface Figures {
  /** The day of the first accepted agreement; null: there was none. */
  readonly workedSince: string | null;
  readonly brought: {
    readonly class: ReportingClass;
    readonly currency: string;
    readonly clients: number;
    readonly sales: number;
    readonly amountMinor: bigint;
  }[];
  readonly earned: { readonly currency: string; readonly amountMinor: bigint }[];
}

type Plain = { readonly [key: string]: unknown };

/** In an order that does not depend on the day they are read: what was agreed is compared with what is. */
export function plainFigures({ workedSince, brought, earned }: Figures): Plain {
  return {
    workedSince,
    brought: brought
      .toSorted((a, b) => a.class.localeCompare(b.class) || a.currency.localeCompare(b.currency))
      .map(({ class: of, currency, clients, sales, amountMinor }) => ({
        class: of,
        currency,
        clients,
        sales,
        amountMinor: amountMinor.toString(),
      })),
    earned: earned
      .toSorted((a, b) => a.currency.localeCompare(b.currency))
      .map(({ currency, amountMinor }) => ({ currency, amountMinor: amountMinor.toString() })),
  };
}

/** As they are kept. */
export function figuresFrom(kept: unknown): Figures {
  const plain = kept as {
    workedSince: string | null;
    brought: {
      class: ReportingClass;
      currency: string;
      clients: number;
      sales: number;
      amountMinor: string;
    }[];
    earned: { currency: string; amountMinor: string }[];
  };
  return {
    workedSince: plain.workedSince,
    brought: plain.brought.map((one) => ({ ...one, amountMinor: BigInt(one.amountMinor) })),
    earned: plain.earned.map((one) => ({ ...one, amountMinor: BigInt(one.amountMinor) })),
  };
}

export function sameFigures(one: Figures, other: Figures): boolean {
  return JSON.stringify(plainFigures(one)) === JSON.stringify(plainFigures(other));
}
