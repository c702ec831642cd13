import { MergeClients } from '@mosty/directory/parts';
import { PageLink, paths, Section, useWords, When } from '@mosty/ui-kit';
import { listDealCards, readBoard, readDealCard } from '../../contract.ts';
import type { DealCard } from './DealCardScreen.tsx';
import { DealState } from './DealState.tsx';
import classes from './work.module.css';

const READS = [readDealCard, listDealCards, readBoard];

/** Whom the client resembles and by which signs; other deals with the same client. */
export function DealBeside({ deal }: { deal: DealCard }) {
  const t = useWords('deals');
  return (
    <>
      {deal.likenesses.length > 0 ? (
        <Section title={t('work.card.likeness')} note={t('work.card.likenessNote')}>
          <ul className={classes.plain}>
            {deal.likenesses.map(({ client, met, isPaying }) => (
              <li key={client.id} className={classes.line}>
                <PageLink to={paths.client({ clientId: client.id })}>{client.name}</PageLink>
                <span className={classes.quiet}>
                  {met
                    .map(({ kind, how }) =>
                      how === 'close'
                        ? t('work.met.close', { what: t(`work.met.${kind}`) })
                        : t(`work.met.${kind}`),
                    )
                    .join(', ')}
                  {isPaying ? ` · ${t('work.card.pays')}` : null}
                </span>
                {deal.client ? (
                  <MergeClients
                    from={deal.client}
                    into={client}
                    can={deal.can['merge']}
                    invalidates={READS}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {deal.beside.length > 0 ? (
        <Section title={t('work.card.beside')}>
          <ul className={classes.plain}>
            {deal.beside.map((one) => (
              <li key={one.id} className={classes.line}>
                <PageLink to={paths.dealCard({ dealId: one.id })}>
                  № {one.number} {one.title}
                </PageLink>
                <span className={classes.quiet}>{one.partner?.name ?? t('work.list.ourselves')}</span>
                <DealState deal={{ registration: one.registration, isOverdue: false }} />
                {one.registeredAt ? <When value={one.registeredAt} /> : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
