import { useBecause } from '@mosty/attribution/parts';
import {
  Badge,
  ClassBadge,
  Money,
  PageLink,
  paths,
  useFormat,
  useWords,
  When,
  type ReportingClass,
} from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import type { AccrualShown } from '../contract.ts';
import { holdReason } from './hold-reason.ts';
import { STATE_TONE } from './state-tone.ts';
import classes from './incentives.module.css';

/** Where a sum comes from and how it stands: each fact named, each link opens. */
export function AccrualFacts({ accrual }: { accrual: AccrualShown }) {
  const t = useWords('incentives');
  const attribution = useWords('attribution');
  const because = useBecause();
  const format = useFormat();
  const { sale, refund, scheme, credit, hold, of } = accrual;
  const money = (minor: number) => format.money(minor, { currency: accrual.currency });
  const isLate =
    sale !== null && format.when(sale.occurredAt, 'month') !== format.when(accrual.period, 'month');
  const facts: readonly (readonly [string, ReactNode] | null)[] = [
    [
      t('accrual.partner'),
      <span key="partner" className={classes.inline}>
        <PageLink to={paths.partner({ partnerId: accrual.partnerId })}>{accrual.partnerName}</PageLink>
        <ClassBadge of={accrual.class as ReportingClass} short />
      </span>,
    ],
    sale && [
      t('accrual.sale'),
      <PageLink key="sale" to={paths.sale({ saleId: sale.id })}>
        {t('accrual.saleOf', {
          number: sale.externalId,
          sum: money(sale.amountMinor),
          day: format.when(sale.occurredAt),
        })}
      </PageLink>,
    ],
    refund && [
      t('accrual.refund'),
      t('accrual.saleOf', {
        number: refund.externalId,
        sum: money(refund.amountMinor),
        day: format.when(refund.occurredAt),
      }),
    ],
    accrual.clientName ? [t('accrual.client'), accrual.clientName] : null,
    credit && [t('accrual.credit'), attribution(`reason.${credit.reason.code}`, { ...credit.reason.params })],
    [t('accrual.rule'), <Rule key="rule" scheme={scheme} />],
    [t('accrual.base'), <Money key="base" minor={accrual.baseMinor} currency={accrual.currency} />],
    accrual.ratePpm === null ? null : [t('accrual.rate'), format.percent(accrual.ratePpm, { digits: 4 })],
    accrual.sharePpm === 1_000_000
      ? null
      : [
          t('accrual.share', { role: t(`role.${accrual.role}`) }),
          format.percent(accrual.sharePpm, { digits: 4 }),
        ],
    [t('accrual.rounding'), t(`roundingWords.${accrual.rounding}`)],
    [t('accrual.state'), <State key="state" accrual={accrual} />],
    hold && [
      t('accrual.hold'),
      t('accrual.holdText', {
        reason: holdReason(t, hold.reason),
        day: format.when(hold.until),
        who: hold.heldBy ?? t('scheme.unknown'),
      }),
    ],
    of && [
      t('accrual.of'),
      <PageLink key="of" to={paths.accrual({ accrualId: of.id })}>
        {t('accrual.ofText', { sum: money(of.amountMinor) })}
      </PageLink>,
    ],
    accrual.reason ? [t('accrual.reason'), because(accrual.reason)] : null,
    accrual.author ? [t('accrual.author'), accrual.author] : null,
    [
      t('accrual.period'),
      <span key="period">
        <When value={accrual.period} style="month" />
        {isLate && sale ? (
          <span className={classes.purpose}>{t('accrual.late', { day: format.when(sale.occurredAt) })}</span>
        ) : null}
      </span>,
    ],
    [t('accrual.recorded'), <When key="recorded" value={accrual.recordedAt} style="time" />],
  ];
  return (
    <dl className={classes.facts}>
      {facts.flatMap((fact) =>
        fact ? [<dt key={`${fact[0]} name`}>{fact[0]}</dt>, <dd key={fact[0]}>{fact[1]}</dd>] : [],
      )}
    </dl>
  );
}

function Rule({ scheme }: { scheme: AccrualShown['scheme'] }) {
  const t = useWords('incentives');
  const format = useFormat();
  if (!scheme) return <>{t('accrual.noRule')}</>;
  const author = scheme.author ?? t('scheme.unknown');
  const approver = scheme.approver ?? t('scheme.unknown');
  return (
    <>
      <PageLink to={paths.scheme({ schemeId: scheme.id }, { version: String(scheme.version) })}>
        {t('accrual.ruleOf', {
          name: scheme.name,
          version: scheme.version,
          day: format.when(scheme.validFrom),
        })}
      </PageLink>
      <span className={classes.purpose}>
        {scheme.soleApprover ? t('accrual.ruleSole', { author }) : t('accrual.ruleBy', { author, approver })}
      </span>
    </>
  );
}

function State({ accrual }: { accrual: AccrualShown }) {
  const t = useWords('incentives');
  const format = useFormat();
  const { state, approvedAt, paidAt } = accrual;
  const notes = [
    state === 'pending' ? t('accrual.matures', { day: format.when(accrual.maturesOn) }) : null,
    approvedAt
      ? t('accrual.approvedBy', {
          day: format.when(approvedAt),
          who: accrual.approvedBy ?? t('accrual.byItself'),
        })
      : null,
    paidAt ? t('accrual.paidAt', { day: format.when(paidAt) }) : null,
  ].filter(Boolean);
  return (
    <>
      <Badge tone={STATE_TONE[state]}>{t(`accrualState.${state}`)}</Badge>
      {notes.length > 0 ? <span className={classes.purpose}>{notes.join(', ')}</span> : null}
      {accrual.carried ? <span className={classes.purpose}>{t('accrual.carried')}</span> : null}
    </>
  );
}
