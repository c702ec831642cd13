import { DataTable, EmptyState, Money, useWords, type Column } from '@mosty/ui-kit';
import type { Pilot } from '../contract.ts';

interface Line {
  readonly name: 'paid' | 'back' | 'costs' | 'commission' | 'spent' | 'left';
  readonly one: number | null;
  readonly planned: number | null;
  readonly came: number | null;
}

/** One sale, all agreed sales, and what the ledger says of the pilot's days (S0.44): each line adds up to the last. */
export function PilotEconomics({ pilot }: { pilot: Pilot }) {
  const t = useWords('onboarding');
  const { planned, facts, currency } = pilot;
  const lines: readonly Line[] = [
    { name: 'paid', one: pilot.priceMinor, planned: planned.paidMinor, came: facts?.paidMinor ?? null },
    { name: 'back', one: null, planned: null, came: less(facts?.refundMinor) },
    { name: 'costs', one: -pilot.costMinor, planned: -planned.costMinor, came: less(facts?.costMinor) },
    {
      name: 'commission',
      one: -pilot.rewardMinor,
      planned: -planned.rewardMinor,
      came: less(facts?.rewardMinor),
    },
    { name: 'spent', one: null, planned: -pilot.budgetMinor, came: less(facts?.spentMinor) },
    {
      name: 'left',
      one: pilot.priceMinor - pilot.costMinor - pilot.rewardMinor,
      planned: planned.marginMinor,
      came: facts?.marginMinor ?? null,
    },
  ];
  const sum = (line: Line, minor: number | null) =>
    minor === null ? (
      '–'
    ) : (
      <Money
        minor={minor === 0 ? 0 : minor}
        currency={currency}
        tone={line.name === 'left' && minor < 0 ? 'risk' : 'plain'}
      />
    );
  const columns: readonly Column<Line>[] = [
    { id: 'what', title: t('money.line'), cell: (line) => t(`money.${line.name}`), narrow: 'title' },
    { id: 'one', title: t('money.one'), align: 'right', cell: (line) => sum(line, line.one), narrow: 'line' },
    {
      id: 'planned',
      title: t('money.planned', { count: pilot.volume }),
      align: 'right',
      cell: (line) => sum(line, line.planned),
      narrow: 'line',
    },
    {
      id: 'came',
      title: t('money.came', { count: facts?.sales ?? 0 }),
      align: 'right',
      cell: (line) => sum(line, line.came),
      narrow: 'line',
    },
  ];
  return (
    <DataTable
      label={t('pilot.economics')}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.name}
      empty={<EmptyState title={t('pilot.economics')} />}
    />
  );
}

const less = (minor: number | undefined): number | null => (minor === undefined ? null : -minor);
