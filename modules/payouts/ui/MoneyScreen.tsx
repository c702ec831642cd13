import { moneyOverview } from '../contract.ts';
import {
  Figures,
  formatMoney,
  formatWhen,
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  useLanguage,
  useMe,
  useRead,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { Owed, TakeOutOwed } from './Owed.tsx';
import { VerifyMoney } from './VerifyMoney.tsx';
import { WriteOffs } from './WriteOffs.tsx';

/** Whom we owe, how much, when it is paid, and what stands in the way of each. */
export default function MoneyScreen() {
  const read = useRead(moneyOverview, {});
  return <Loaded read={read}>{(overview) => <Overview overview={overview} />}</Loaded>;
}

function Overview({ overview }: { overview: AnswerOf<typeof moneyOverview> }) {
  const t = useWords('payouts');
  const language = useLanguage();
  const { zone } = useMe().workspace;
  const first = overview.totals[0];
  const day = formatWhen(overview.nextPayoutOn, 'day', language, zone);
  return (
    <>
      <PageHeading
        title={t('money.title')}
        answer={
          first && first.owedMinor > 0
            ? t('money.answer', {
                count: first.partnersOwed,
                sum: formatMoney(first.owedMinor, first.currency, language),
                day,
              })
            : t('money.nothing')
        }
        actions={
          <>
            <PageLink to={paths.payouts()}>{t('money.toPayouts')}</PageLink>
            <TakeOutOwed />
          </>
        }
      />
      {overview.totals.map((total) => (
        <Figures
          key={total.currency}
          label={t('money.figures', { currency: total.currency })}
          items={[
            {
              label: t('money.owed'),
              value: (
                <PageLink look="quiet" to={paths.money({ state: 'owed' })}>
                  <Money minor={total.owedMinor} currency={total.currency} />
                </PageLink>
              ),
            },
            {
              label: t('money.available'),
              value: (
                <PageLink look="quiet" to={paths.ledger({ account: 'partner_available' })}>
                  <Money minor={total.availableMinor} currency={total.currency} />
                </PageLink>
              ),
              note: t('money.payOn', { day }),
            },
            {
              label: t('money.overdue'),
              value: (
                <PageLink look="quiet" to={paths.money({ state: 'overdue' })}>
                  <Money
                    minor={total.overdueMinor}
                    currency={total.currency}
                    tone={total.overdueMinor > 0 ? 'risk' : 'plain'}
                  />
                </PageLink>
              ),
            },
            {
              label: t('money.onHold'),
              value: (
                <PageLink look="quiet" to={paths.money({ state: 'on_hold' })}>
                  <Money
                    minor={total.onHoldMinor}
                    currency={total.currency}
                    tone={total.onHoldMinor > 0 ? 'warn' : 'plain'}
                  />
                </PageLink>
              ),
            },
            {
              label: t('money.pending'),
              value: (
                <PageLink look="quiet" to={paths.accruals({ state: 'pending' })}>
                  <Money minor={total.pendingMinor} currency={total.currency} />
                </PageLink>
              ),
            },
            ...(total.clawbackMinor === 0
              ? []
              : [
                  {
                    label: t('money.clawback'),
                    value: (
                      <PageLink look="quiet" to={paths.ledger({ account: 'clawback_receivable' })}>
                        <Money minor={-total.clawbackMinor} currency={total.currency} tone="warn" />
                      </PageLink>
                    ),
                  },
                ]),
          ]}
        />
      ))}
      <Owed />
      <WriteOffs />
      <VerifyMoney />
    </>
  );
}
