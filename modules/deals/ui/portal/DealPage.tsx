import {
  Act,
  Answer,
  Badge,
  ConfirmWithConsequence,
  Figures,
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  Section,
  toast,
  useFormat,
  useMe,
  useParam,
  useRead,
  useVerb,
  useWords,
  When,
  type AnswerOf,
} from '@mosty/ui-kit';
import { listDealCards, readDealCard, withdrawDeal } from '../../contract.ts';
import { useStageName } from '../work/stage-name.ts';
import { OwnHistory } from './OwnHistory.tsx';
import { OwnState } from './OwnState.tsx';
import { isTheirMove } from './whose-move.ts';
import classes from './portal.module.css';

export type OwnDeal = AnswerOf<typeof readDealCard>;

/** One deal as its partner reads it: what we answered, how long it is theirs, whose move it is. */
export default function DealPage() {
  const dealId = useParam('dealId');
  const read = useRead(readDealCard, { params: { dealId } });
  return <Loaded read={read}>{(deal) => <Shown deal={deal} />}</Loaded>;
}

function Shown({ deal }: { deal: OwnDeal }) {
  const t = useWords('deals');
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.portalDeals()}>{t('own.card.above')}</PageLink>}
        title={deal.title || t('own.deals.number', { number: deal.number })}
        answer={
          <span className={classes.row}>
            {deal.title ? t('own.deals.number', { number: deal.number }) : null}
            {deal.outcome ? (
              <Badge tone={deal.outcome === 'won' ? 'accent' : 'faint'}>
                {t(`work.states.${deal.outcome}`)}
              </Badge>
            ) : (
              <OwnState deal={deal} />
            )}
          </span>
        }
      />
      <Told deal={deal} />
      <Now deal={deal} />
      <OwnHistory deal={deal} />
      <div className={classes.row}>
        <PageLink to={paths.portalTalk({ new: '1' })}>{t('own.card.ask')}</PageLink>
        <Withdraw deal={deal} />
      </div>
    </>
  );
}

/** What we said to this registration, with the reason where there is one. */
function Told({ deal }: { deal: OwnDeal }) {
  const t = useWords('deals');
  const format = useFormat();
  const { registration, outcome, answerDueAt, isOverdue, protectedUntil } = deal;
  const reason = outcome === 'lost' ? deal.lostReason : deal.decisionReason;
  const because = reason ? ` ${t('own.said.because', { reason })}` : '';
  const said = () => {
    if (outcome) return t(`own.said.${outcome}`);
    if (registration === 'pending')
      return t(isOverdue ? 'own.said.pendingLate' : 'own.said.pending', {
        due: answerDueAt ? format.when(answerDueAt, 'time') : '',
      });
    if (registration === 'approved')
      return protectedUntil
        ? t('own.said.approved', { until: format.when(protectedUntil) })
        : t('own.said.approvedPlain');
    return registration === 'none' ? null : t(`own.said.${registration}`);
  };
  const text = said();
  if (text === null) return null;
  const isBad = !outcome && ['rejected', 'conflicted', 'expired'].includes(registration);
  return (
    <Answer tone={isBad ? 'warn' : 'plain'}>
      {text}
      {because}
    </Answer>
  );
}

function Now({ deal }: { deal: OwnDeal }) {
  const t = useWords('deals');
  const { member } = useMe();
  const nameOf = useStageName();
  const stage = deal.stages.find(({ code }) => code === deal.stage);
  const own = deal.participants.filter(({ partner }) => partner.id === member.partnerId);
  const turn = isTheirMove(deal, member.partnerId) ? 'yours' : deal.turn;
  return (
    <Section title={t('own.card.now')}>
      <Figures
        label={t('own.card.now')}
        items={[
          {
            label: t('own.deals.stage'),
            value: stage ? nameOf(stage) : deal.stage,
            note:
              turn && deal.outcome === null ? (
                <span className={turn === 'yours' ? classes.yours : undefined}>{t(`own.turn.${turn}`)}</span>
              ) : null,
          },
          ...(deal.nextStep
            ? [
                {
                  label: t('own.card.next'),
                  value: deal.nextStep,
                  note: deal.nextStepOn ? <When value={deal.nextStepOn} /> : null,
                },
              ]
            : []),
          ...(deal.amountMinor === null
            ? []
            : [
                {
                  label: t('own.deals.amount'),
                  value: <Money minor={deal.amountMinor} currency={deal.currency} />,
                },
              ]),
          ...(own.length > 0
            ? [
                {
                  label: t('own.card.roles'),
                  value: own.map(({ role }) => t(`work.role.${role}`)).join(', '),
                },
              ]
            : []),
          ...(deal.registeredAt
            ? [
                {
                  label: t('own.card.registeredAt'),
                  value: <When value={deal.registeredAt} style="time" />,
                  note: deal.handoverBasis ? t(`work.basis.${deal.handoverBasis}`) : null,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function Withdraw({ deal }: { deal: OwnDeal }) {
  const t = useWords('deals');
  const { member } = useMe();
  const verb = useVerb(withdrawDeal, {
    invalidates: [readDealCard, listDealCards],
    onDone: () => toast(t('own.card.withdrawn')),
  });
  const isLive = ['pending', 'approved', 'conflicted'].includes(deal.registration) && deal.outcome === null;
  if (!isLive || deal.partner?.id !== member.partnerId) return null;
  return (
    <ConfirmWithConsequence
      title={t('own.card.withdraw')}
      consequence={t('own.card.withdrawText')}
      reason={t('own.card.why')}
      confirm={t('own.card.withdraw')}
      onConfirm={(reason) => verb.mutateAsync({ params: { dealId: deal.id }, body: { reason } })}
    >
      {(open) => (
        <Act can={deal.can['withdraw']} variant="subtle" color="gray" onClick={open}>
          {t('own.card.withdraw')}
        </Act>
      )}
    </ConfirmWithConsequence>
  );
}
