import { Figures, Money, PageLink, paths, Section, useFormat, useWords, type Figure } from '@mosty/ui-kit';
import type { Home } from '../contract.ts';

/** What is on its way: sums being checked, and deals that may become sales. */
export function HomeWay({ money, deals }: Pick<Home, 'money' | 'deals'>) {
  const t = useWords('portal');
  const format = useFormat();
  const held = (money?.byCurrency ?? []).flatMap((one): Figure[] => [
    ...(one.pendingMinor > 0
      ? [
          {
            label: t('way.pending'),
            value: <Money minor={one.pendingMinor} currency={one.currency} />,
            note: one.maturesOn ? t('way.maturesOn', { day: format.when(one.maturesOn) }) : undefined,
          },
        ]
      : []),
    ...(one.onHoldMinor > 0
      ? [
          {
            label: t('way.onHold'),
            value: <Money minor={one.onHoldMinor} currency={one.currency} />,
            note: <PageLink to={paths.portalMoney({ state: 'on_hold' })}>{t('way.why')}</PageLink>,
          },
        ]
      : []),
  ]);
  const open = deals.map(
    ({ currency, count, waiting, amountMinor }): Figure => ({
      label: t('way.deals', { count }),
      value: amountMinor > 0 ? <Money minor={amountMinor} currency={currency} /> : t('way.noSum'),
      note: waiting > 0 ? t('way.waiting', { count: waiting }) : undefined,
    }),
  );
  const items = [...held, ...open];
  return (
    <Section title={t('way.title')}>
      {items.length > 0 ? <Figures label={t('way.title')} items={items} /> : <p>{t('way.empty')}</p>}
    </Section>
  );
}
