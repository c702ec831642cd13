import { useBecause } from '@mosty/attribution/parts';
import {
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  Section,
  useFormat,
  useParam,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import { getAccrual, type AccrualShown } from '../../contract.ts';
import { ExplanationSteps } from '../ExplanationSteps.tsx';
import { StateOf } from './OwnAccruals.tsx';
import classes from '../incentives.module.css';

/** «Почему столько» for the partner: the steps of the sum, the sale and the rule behind it. */
export default function AccrualPage() {
  const accrualId = useParam('accrualId');
  const read = useRead(getAccrual, { params: { accrualId } }, { keep: false });
  return <Loaded read={read}>{(accrual) => <Explained accrual={accrual} />}</Loaded>;
}

function Explained({ accrual }: { accrual: AccrualShown }) {
  const t = useWords('incentives');
  const format = useFormat();
  const { amountMinor, currency } = accrual;
  const title =
    amountMinor === 0
      ? t('accrual.titleNothing')
      : t(amountMinor < 0 ? 'accrual.titleBack' : 'accrual.title', {
          sum: format.money(Math.abs(amountMinor), { currency }),
        });
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.portalMoney()}>{t('own.above')}</PageLink>}
        title={title}
        answer={`${t(`accrualKind.${accrual.kind}`)}, ${format.when(accrual.effectiveAt)}`}
      />
      <Section title={t('accrual.steps')}>
        <ExplanationSteps lines={accrual.explanation.lines} currency={currency} />
      </Section>
      <Section title={t('own.facts')}>
        <Facts accrual={accrual} />
      </Section>
      <Later accrual={accrual} />
      <PageLink to={paths.portalTalk({ new: '1' })}>{t('own.ask')}</PageLink>
    </>
  );
}

function Facts({ accrual }: { accrual: AccrualShown }) {
  const t = useWords('incentives');
  const attribution = useWords('attribution');
  const because = useBecause();
  const format = useFormat();
  const { sale, refund, scheme, credit, dealId } = accrual;
  const told = (one: NonNullable<typeof sale | typeof refund>) =>
    t('own.of', {
      number: one.externalId,
      sum: format.money(one.amountMinor, { currency: accrual.currency }),
      day: format.when(one.occurredAt),
    });
  const facts: readonly (readonly [string, ReactNode] | null)[] = [
    dealId && [
      t('own.deal'),
      <PageLink key="deal" to={paths.portalDeal({ dealId })}>
        {t('own.openDeal')}
      </PageLink>,
    ],
    accrual.clientName ? [t('own.client'), accrual.clientName] : null,
    sale && [t('own.saleRow'), told(sale)],
    refund && [t('own.refundRow'), told(refund)],
    credit && [t('own.why'), attribution(`reason.${credit.reason.code}`, { ...credit.reason.params })],
    scheme && [
      t('own.rule'),
      t('own.ruleOf', {
        name: scheme.name,
        version: scheme.version,
        day: format.when(scheme.validFrom),
      }),
    ],
    [
      t('own.stateRow'),
      <span key="state">
        <StateOf row={accrual} />
        {accrual.paidAt ? (
          <span className={classes.purpose}>{t('own.paidOn', { day: format.when(accrual.paidAt) })}</span>
        ) : null}
      </span>,
    ],
    accrual.reason ? [t('accrual.reason'), because(accrual.reason)] : null,
  ];
  return (
    <dl className={classes.facts}>
      {facts.flatMap((fact) =>
        fact ? [<dt key={`${fact[0]} name`}>{fact[0]}</dt>, <dd key={fact[0]}>{fact[1]}</dd>] : [],
      )}
    </dl>
  );
}

/** What took from it or mended it, and what is left. */
function Later({ accrual: { beside, amountMinor, currency } }: { accrual: AccrualShown }) {
  const t = useWords('incentives');
  const format = useFormat();
  if (beside.length === 0) return null;
  const left = beside.reduce((sum, other) => sum + other.amountMinor, amountMinor);
  return (
    <Section title={t('own.later')} note={t('own.left', { sum: format.money(left, { currency }) })}>
      <ul className={classes.says}>
        {beside.map((other) => (
          <li key={other.id}>
            <PageLink to={paths.portalAccrual({ accrualId: other.id })}>
              {t(`accrualKind.${other.kind}`)}, {format.when(other.effectiveAt)}
            </PageLink>{' '}
            <Money minor={other.amountMinor} currency={currency} signed />
          </li>
        ))}
      </ul>
    </Section>
  );
}
