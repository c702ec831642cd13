import { Button } from '@mantine/core';
import { readDeal } from '@mosty/insight/contract';
import {
  Badge,
  ClassBadge,
  Figures,
  Loaded,
  Money,
  NumberOpens,
  PageHeading,
  PageLink,
  paths,
  Section,
  useMay,
  useRead,
  useWords,
  When,
  type AnswerOf,
  useParam,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { RecordRefund } from './RecordRefund.tsx';
import { AccrualsOfSale, SaleAccruals } from './SaleAccruals.tsx';
import { SaleLines } from './SaleLines.tsx';
import { SaleWho } from './SaleWho.tsx';
import classes from './deals.module.css';

export type Deal = AnswerOf<typeof readDeal>;

/** One sale: who brought it and why, what it cost us, every line and every accrual. */
export default function SaleScreen() {
  const t = useWords('deals');
  const saleId = useParam('saleId');
  const read = useRead(readDeal, { params: { saleId: saleId } });
  return (
    <Loaded read={read}>
      {(deal) => (
        <>
          <PageHeading
            above={<PageLink to={paths.deals()}>{t('nav.deals')}</PageLink>}
            title={sentence(deal, t)}
            answer={
              <span>
                {t('sale.number', { number: deal.sale.externalId })} ·{' '}
                <When value={deal.sale.occurredAt} style="time" />
              </span>
            }
            actions={<Refund sale={deal.sale} />}
          />
          {deal.sale.reversedAt ? (
            <p className={classes.sum}>
              <Badge tone="risk">{t('sale.reversed')}</Badge> <When value={deal.sale.reversedAt} /> ·{' '}
              {deal.sale.reversalReason}
            </p>
          ) : null}
          <SaleFigures deal={deal} />
          <SaleWho deal={deal} />
          <SaleAccruals deal={deal} />
          {deal.refunds.length > 0 ? (
            <Section title={t('sale.refunds')}>
              <Figures
                items={deal.refunds.map((refund) => ({
                  label: refund.externalId,
                  value: <Money minor={-refund.amountMinor} currency={refund.currency} tone="warn" />,
                  note: (
                    <>
                      <When value={refund.occurredAt} />
                      {refund.reason ? ` · ${refund.reason}` : null}
                    </>
                  ),
                }))}
              />
            </Section>
          ) : null}
          <SaleLines deal={deal} />
          <SaleSource deal={deal} />
        </>
      )}
    </Loaded>
  );
}

/** Only while something is left to return. */
function Refund({ sale }: { sale: Deal['sale'] }) {
  const t = useWords('deals');
  const may = useMay('refund.record');
  const [asking, setAsking] = useState(false);
  if (!may || sale.reversedAt || sale.refundedMinor >= sale.amountMinor) return null;
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('sale.recordRefund')}
      </Button>
      {asking ? <RecordRefund sale={sale} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

type T = ReturnType<typeof useWords>;

function sentence({ sale }: Deal, t: T): string {
  const source = sale.who.find((party) => party.role === 'source');
  const client = sale.client?.name ?? t('deals.noClient');
  return source
    ? t('sale.broughtBy', { partner: source.partnerName, client })
    : t(sale.uncredited ? 'sale.notCredited' : 'sale.soldOurselves', { client });
}

function SaleFigures({ deal }: { deal: Deal }) {
  const t = useWords('deals');
  const { sale } = deal;
  const accrued = (label: string, minor: number) => {
    const amount = <Money minor={minor} currency={sale.currency} />;
    if (deal.accruals.length === 0) return { label, value: amount };
    const rows = () => <AccrualsOfSale deal={deal} />;
    const value = (
      <NumberOpens title={label} wide proof={{ n: deal.accruals.length }} rows={rows}>
        {amount}
      </NumberOpens>
    );
    return { label, value };
  };
  return (
    <Figures
      label={t('sale.figures')}
      items={[
        {
          label: t('deals.amount'),
          value: <Money minor={sale.amountMinor} currency={sale.currency} />,
          note:
            sale.vatMinor === null ? null : (
              <>
                {t('sale.vat')} <Money minor={sale.vatMinor} currency={sale.currency} tone="dim" />
              </>
            ),
        },
        ...(sale.refundedMinor > 0
          ? [
              {
                label: t('sale.returned'),
                value: <Money minor={-sale.refundedMinor} currency={sale.currency} tone="warn" />,
              },
            ]
          : []),
        accrued(t('deals.reward'), sale.rewardMinor),
        accrued(t('deals.owed'), sale.owedMinor),
        {
          label: t('deals.class'),
          value: sale.book === 'direct' ? t('book.direct') : <ClassBadge of={sale.book} wrap />,
          note: t('sale.countedOnce'),
        },
      ]}
    />
  );
}

function SaleSource({ deal: { sale } }: { deal: Deal }) {
  const t = useWords('deals');
  return (
    <Section title={t('sale.whence')}>
      <p className={classes.sum}>
        {t('sale.source', { source: sale.source })}{' '}
        {sale.importId ? (
          <PageLink to={paths.import({ importId: sale.importId })}>{t('sale.openImport')}</PageLink>
        ) : null}{' '}
        {t('sale.recorded')} <When value={sale.recordedAt} style="time" />.{' '}
        <PageLink to={paths.journal({ subject: sale.saleId })}>{t('sale.journal')}</PageLink>
      </p>
    </Section>
  );
}
