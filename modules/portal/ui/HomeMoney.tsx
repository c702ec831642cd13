import { Figures, Money, Section, useFormat, useWords } from '@mosty/ui-kit';
import type { Home } from '../contract.ts';

/** Earned this month, owed, and the day it is paid. */
export function HomeMoney({ money }: { money: NonNullable<Home['money']> }) {
  const t = useWords('portal');
  const format = useFormat();
  const { nextPayoutOn, byCurrency } = money;
  const month = format.when(money.month, 'month');
  return (
    <Section title={t('money.title')}>
      {byCurrency.map((one) => (
        <Figures
          key={one.currency}
          label={t('money.title')}
          items={[
            {
              label: t('money.earned', { month }),
              value: <Money minor={one.thisMonthMinor} currency={one.currency} />,
              note: t('money.accruals', { count: one.thisMonthAccruals }),
            },
            {
              label: t('money.payable'),
              value: <Money minor={one.payableMinor + one.inPaymentMinor} currency={one.currency} />,
              note:
                one.payableMinor > 0
                  ? t('money.payOn', { day: format.when(nextPayoutOn) })
                  : t(one.inPaymentMinor > 0 ? 'money.leaving' : 'money.nothing'),
            },
            ...(one.clawbackMinor > 0
              ? [
                  {
                    label: t('money.clawback'),
                    value: <Money minor={-one.clawbackMinor} currency={one.currency} />,
                    note: t('money.clawbackNote'),
                  },
                ]
              : []),
          ]}
        />
      ))}
    </Section>
  );
}
