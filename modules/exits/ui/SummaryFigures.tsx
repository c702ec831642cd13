import { Figures, Money, useWords, When, type Figure } from '@mosty/ui-kit';
import type { ExitPage } from './exit-reads.ts';

/** The same figures for both sides; currencies apart. */
export function SummaryFigures({ figures }: { figures: ExitPage['figures'] }) {
  const t = useWords('exits');
  const { workedSince, brought, earned } = figures;
  const items: Figure[] = [
    {
      label: t('summary.since'),
      value: workedSince ? <When value={workedSince} /> : t('summary.none'),
    },
    ...brought.map(({ class: of, currency, clients, sales, amountMinor }) => ({
      label: t('summary.brought', { class: t(`kit:class.${of}`), currency }),
      value: <Money minor={amountMinor} currency={currency} />,
      note: t('summary.broughtNote', { clients, sales }),
    })),
    ...earned.map(({ currency, amountMinor }) => ({
      label: t('summary.earned', { currency }),
      value: <Money minor={amountMinor} currency={currency} />,
      note: t('summary.earnedNote'),
    })),
  ];
  return <Figures label={t('summary.title')} items={items} />;
}
