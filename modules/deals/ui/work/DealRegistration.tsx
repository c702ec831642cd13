import { Figures, PageLink, paths, useWords, When } from '@mosty/ui-kit';
import type { DealCard } from './DealCardScreen.tsx';
import { DealState } from './DealState.tsx';
import classes from './work.module.css';

/** Who handed the client over, on what ground, and how long it is theirs. */
export function DealRegistration({ deal }: { deal: DealCard }) {
  const t = useWords('deals');
  return (
    <>
      <Figures
        label={t('work.card.registration')}
        items={[
          {
            label: t('work.list.by'),
            value: deal.partner ? (
              <PageLink to={paths.partner({ partnerId: deal.partner.id })} look="quiet">
                {deal.partner.name}
              </PageLink>
            ) : (
              (deal.namedRegistrant ?? t('work.list.ourselves'))
            ),
            note: (
              <>
                {t(`work.channel.${deal.channel}`)}
                {deal.registeredAt ? (
                  <>
                    {' '}
                    · <When value={deal.registeredAt} style="time" />
                  </>
                ) : null}
              </>
            ),
          },
          {
            label: t('work.list.registration'),
            value: <DealState deal={deal} />,
            note: deal.decisionReason,
          },
          ...(deal.registration === 'pending' && deal.answerDueAt
            ? [{ label: t('work.card.answerDue'), value: <When value={deal.answerDueAt} style="time" /> }]
            : []),
          ...(deal.protectedUntil
            ? [
                {
                  label: t('work.card.protectedUntil'),
                  value: <When value={deal.protectedUntil} />,
                  note:
                    deal.extendedTimes > 0 ? t('work.card.extended', { count: deal.extendedTimes }) : null,
                },
              ]
            : []),
        ]}
      />
      {deal.handoverBasis ? (
        <p className={classes.after}>
          {t('work.card.basis')}: {t(`work.basis.${deal.handoverBasis}`)}.{' '}
          {deal.clientConfirmedAt ? (
            <>
              {t('work.card.confirmed')} <When value={deal.clientConfirmedAt} />.
            </>
          ) : deal.handoverBasis === 'confirmation_letter' ? (
            `${t('work.card.notConfirmed')}.`
          ) : null}
        </p>
      ) : null}
      {deal.doubt ? (
        <p className={classes.after}>
          {t(`work.doubt.${deal.doubt}`)}.{' '}
          {deal.yieldsToDealId ? (
            <PageLink to={paths.dealCard({ dealId: deal.yieldsToDealId })}>
              {t('work.card.openOther')}
            </PageLink>
          ) : null}
        </p>
      ) : null}
    </>
  );
}
