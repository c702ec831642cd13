import { OwnAccruals } from '@mosty/incentives/parts';
import {
  Answer,
  Figures,
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  Section,
  useFormat,
  useMay,
  useMe,
  useRead,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { partnerMoney, type Blocked } from '../../contract.ts';
import { BlockedReasons } from '../BlockedReasons.tsx';
import { OwnPayouts } from './OwnPayouts.tsx';

type MoneyOfPartner = AnswerOf<typeof partnerMoney>;
type Standing = MoneyOfPartner['standing'][number];

/** What is earned, what waits and why, when it is paid; then every line of it. */
export default function MoneyPage() {
  const partnerId = useMe().member.partnerId ?? '';
  const read = useRead(partnerMoney, { params: { partnerId } });
  const maySeeAccruals = useMay('accrual.read');
  return (
    <>
      <Head money={read.data} />
      <Loaded read={read}>{(money) => <Stands money={money} />}</Loaded>
      <OwnPayouts partnerId={partnerId} />
      {maySeeAccruals ? <OwnAccruals /> : null}
    </>
  );
}

/** The question stands at once, its answer when the sums are here. */
function Head({ money }: { money: MoneyOfPartner | undefined }) {
  const t = useWords('payouts');
  const format = useFormat();
  const mayReadStatements = useMay('statement.read');
  const answer = () => {
    const first = money?.standing[0];
    if (!first) return null;
    const day = format.when(money.nextPayoutOn);
    const sum = (minor: number) => format.money(minor, { currency: first.currency });
    const due = dueOf(first);
    if (due > 0 && !stopsOf(first)) return t('own.money.willPay', { sum: sum(due), day });
    if (first.inPaymentMinor > 0) return t('own.money.leaving', { sum: sum(first.inPaymentMinor) });
    return due > 0 ? null : t('own.money.nothing', { day });
  };
  return (
    <PageHeading
      title={t('own.money.title')}
      answer={answer()}
      actions={
        mayReadStatements ? <PageLink to={paths.portalDocs()}>{t('own.money.documents')}</PageLink> : null
      }
    />
  );
}

function Stands({ money: { standing, nextPayoutOn } }: { money: MoneyOfPartner }) {
  const t = useWords('payouts');
  const day = useFormat().when(nextPayoutOn);
  return standing.map((one) => (
    <Section
      key={one.currency}
      title={standing.length > 1 ? t('own.money.figures', { currency: one.currency }) : undefined}
    >
      <Figures label={t('own.money.figures', { currency: one.currency })} items={figuresOf(one, t, day)} />
      {dueOf(one) > 0 && stopsOf(one) ? <Stopped standing={one} /> : null}
    </Section>
  ));
}

/** A small sum waits for the next day of payments, and that is no obstacle to be shown as one. */
function stopsOf({ blockedBecause }: Standing): readonly Blocked[] | null {
  const stops = blockedBecause.filter(({ code }) => code !== 'nothing_due' && code !== 'in_another_payout');
  return stops.length > 0 ? stops : null;
}

const dueOf = ({ availableMinor, clawbackMinor }: Standing): number =>
  Math.max(0, availableMinor - clawbackMinor);

function figuresOf(one: Standing, t: ReturnType<typeof useWords>, day: string) {
  const figure = (name: string, minor: number, note: string) => ({
    label: t(`own.money.${name}`),
    value: <Money minor={minor} currency={one.currency} tone={minor < 0 ? 'warn' : 'plain'} />,
    note,
  });
  const some = (name: string, minor: number) =>
    minor === 0 ? [] : [figure(name, minor, t(`own.money.${name}Note`))];
  return [
    figure('available', one.availableMinor, one.availableMinor > 0 ? t('own.money.payOn', { day }) : ''),
    ...some('inPayment', one.inPaymentMinor),
    ...some('pending', one.pendingMinor),
    ...some('onHold', one.onHoldMinor),
    ...some('clawback', -one.clawbackMinor),
    ...some('paid', one.paidMinor),
  ];
}

function Stopped({ standing }: { standing: Standing }) {
  const t = useWords('payouts');
  const stops = stopsOf(standing) ?? [];
  const isRequisites = stops.some(({ code }) => code.startsWith('requisites_'));
  return (
    <Answer
      tone="warn"
      note={
        isRequisites ? <PageLink to={paths.portalMe()}>{t('own.money.toRequisites')}</PageLink> : undefined
      }
    >
      {t('own.money.stands')}: <BlockedReasons reasons={stops} currency={standing.currency} />
    </Answer>
  );
}
