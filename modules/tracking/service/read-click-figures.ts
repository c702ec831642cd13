import type { Tx } from '@mosty/kernel/context';
import { columnsOf, unitOf, type Period } from '../domain/period.ts';
import type { Verdict } from '../domain/verdict.ts';
import {
  clicksByOrigin,
  clicksByTime,
  mostFollowed,
  type ClicksAsked,
  type Counted,
  type Followed,
} from '../store/click-figures.ts';

const NAMED_MAX = 8;
const FOLLOWED_MAX = 12;
const NAME_OF = { human: 'people', bot: 'bots', preview: 'previews', prefetch: 'prefetches' } as const;

type Counts = Record<(typeof NAME_OF)[Verdict], number>;

export interface ClickFigures extends Period {
  readonly unit: 'day' | 'month';
  readonly totals: Counts & { readonly visitors: number };
  readonly columns: (Counts & { readonly at: string })[];
  readonly countries: Origin[];
  readonly referrers: Origin[];
  readonly top: Followed[];
}

interface Origin {
  readonly name: string | null;
  readonly clicks: number;
  readonly rest: boolean;
}

/** What the roll-ups say of a period: of every kind of visitor apart, and of people where they came from. */
export async function readClickFigures(tx: Tx, asked: ClicksAsked): Promise<ClickFigures> {
  const unit = unitOf(asked);
  const counted = await clicksByTime(tx, asked, unit);
  const byColumn = Map.groupBy(counted, ({ at }) => at);
  return {
    from: asked.from,
    to: asked.to,
    unit,
    totals: {
      ...sumOf(counted),
      visitors: counted.reduce((sum, one) => sum + (one.verdict === 'human' ? one.visitors : 0), 0),
    },
    columns: columnsOf(asked).map((at) => ({ at, ...sumOf(byColumn.get(at) ?? []) })),
    countries: named(await clicksByOrigin(tx, asked, 'country', NAMED_MAX)),
    referrers: named(await clicksByOrigin(tx, asked, 'referrer', NAMED_MAX)),
    top: asked.linkId ? [] : [...(await mostFollowed(tx, asked, FOLLOWED_MAX))],
  };
}

function sumOf(counted: readonly Counted[]): Counts {
  const sums: Counts = { people: 0, bots: 0, previews: 0, prefetches: 0 };
  for (const { verdict, clicks } of counted) sums[NAME_OF[verdict]] += clicks;
  return sums;
}

/** What is left beside those named makes one more line. */
function named(found: readonly { name: string; clicks: number; all: number }[]): Origin[] {
  const told = found.reduce((sum, { clicks }) => sum + clicks, 0);
  const rest = (found[0]?.all ?? 0) - told;
  return [
    ...found.map(({ name, clicks }) => ({ name: name || null, clicks, rest: false })),
    ...(rest > 0 ? [{ name: null, clicks: rest, rest: true }] : []),
  ];
}
