import { Button } from '@mantine/core';
import {
  Badge,
  Figures,
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  Section,
  useFilters,
  useParam,
  useRead,
  useWords,
  When,
  type AnswerOf,
} from '@mosty/ui-kit';
import { readDealCard } from '../../contract.ts';
import { DealActs } from './DealActs.tsx';
import { DealBeside } from './DealBeside.tsx';
import { DealHistory } from './DealHistory.tsx';
import { DealRegistration } from './DealRegistration.tsx';
import { DealRoles } from './DealRoles.tsx';
import { EditDeal } from './EditDeal.tsx';
import { LinkSale } from './LinkSale.tsx';
import { useStageName } from './stage-name.ts';
import { useDays } from './use-days.ts';
import { useMoving } from './use-moving.tsx';
import { MoveMenu } from './MoveMenu.tsx';
import classes from './work.module.css';

export type DealCard = AnswerOf<typeof readDealCard>;

/** One deal: whose the client is, how far it is and whose move, who does what, what it became. */
export default function DealCardScreen() {
  const t = useWords('deals');
  const dealId = useParam('dealId');
  const read = useRead(readDealCard, { params: { dealId } });
  const [filters, setFilters] = useFilters(paths.dealCard);
  const { move, asking } = useMoving();
  return (
    <Loaded read={read}>
      {(deal) => (
        <>
          <PageHeading
            above={<PageLink to={paths.dealBoard()}>{t('work.views.board')}</PageLink>}
            title={deal.title}
            answer={
              <span className={classes.line}>
                {t('work.card.number', { number: deal.number })} · {t(`work.kind.${deal.kind}`)}
                {deal.owner ? ` · ${t('work.owner.is', { name: deal.owner.name })}` : null}
                {deal.outcome ? (
                  <Badge tone={deal.outcome === 'won' ? 'accent' : 'faint'}>
                    {t(`work.states.${deal.outcome}`)}
                  </Badge>
                ) : null}
              </span>
            }
            actions={
              deal.can['write'] === true ? (
                <>
                  <MoveMenu deal={deal} stages={deal.stages} onMove={move} />
                  <Button variant="default" onClick={() => setFilters({ edit: 'step' })}>
                    {t('work.card.edit')}
                  </Button>
                </>
              ) : null
            }
          />
          {deal.concerns.length > 0 ? (
            <div className={classes.concerns} role="note">
              {deal.concerns.map((concern) => (
                <Concern key={JSON.stringify(concern)} concern={concern} />
              ))}
            </div>
          ) : null}
          <DealFigures deal={deal} />
          {deal.registration === 'none' ? null : (
            <Section title={t('work.card.registration')} actions={<DealActs deal={deal} />}>
              <DealRegistration deal={deal} />
            </Section>
          )}
          <DealRoles
            deal={deal}
            editing={filters.edit === 'roles'}
            onEdit={(on) => setFilters({ edit: on ? 'roles' : '' })}
          />
          <DealSales deal={deal} />
          <DealBeside deal={deal} />
          <DealHistory deal={deal} />
          {filters.edit === 'step' ? <EditDeal deal={deal} onClose={() => setFilters({ edit: '' })} /> : null}
          {asking}
        </>
      )}
    </Loaded>
  );
}

function Concern({ concern: { code, params } }: { concern: DealCard['concerns'][number] }) {
  const t = useWords('deals');
  const { role } = params;
  return (
    <p>
      {t(`work.concern.${code}`, {
        ...params,
        ...(typeof role === 'string' ? { role: t(`work.role.${role}`) } : {}),
      })}
    </p>
  );
}

function DealFigures({ deal }: { deal: DealCard }) {
  const t = useWords('deals');
  const days = useDays();
  const nameOf = useStageName();
  const stage = deal.stages.find(({ code }) => code === deal.stage);
  return (
    <Figures
      label={t('work.card.stage')}
      items={[
        {
          label: t('work.card.stage'),
          value: stage ? nameOf(stage) : deal.stage,
          note: deal.outcome === 'lost' ? deal.lostReason : deal.turn ? t(`work.turn.${deal.turn}`) : null,
        },
        {
          label: t('work.card.amount'),
          value:
            deal.amountMinor === null ? (
              t('work.card.noAmount')
            ) : (
              <Money minor={deal.amountMinor} currency={deal.currency} />
            ),
          note: deal.expectedOn ? (
            <>
              {t('work.card.expected', { day: '' })}
              <When value={deal.expectedOn} />
            </>
          ) : null,
        },
        ...(deal.outcome === null
          ? [
              {
                label: t('work.card.next'),
                value: deal.nextStep ?? t('work.card.noNext'),
                note: deal.nextStepOn ? <When value={deal.nextStepOn} /> : null,
              },
            ]
          : []),
        {
          label: t('work.card.moved'),
          value: <When value={deal.movedAt} />,
          note: deal.outcome === null ? days(deal.daysSinceMove) : null,
        },
      ]}
    />
  );
}

function DealSales({ deal }: { deal: DealCard }) {
  const t = useWords('deals');
  if (deal.outcome === 'lost') return null;
  return (
    <Section title={t('work.card.sales')}>
      {deal.sales.length === 0 ? (
        <p className={classes.text}>{t('work.card.noSales')}</p>
      ) : (
        <ul className={classes.plain}>
          {deal.sales.map((sale) => (
            <li key={sale.id} className={classes.line}>
              <PageLink to={paths.sale({ saleId: sale.id })}>№ {sale.externalId}</PageLink>
              <Money minor={sale.amountMinor} currency={sale.currency} />
              <When value={sale.occurredAt} />
            </li>
          ))}
        </ul>
      )}
      {deal.can['write'] === true ? <LinkSale deal={deal} /> : null}
    </Section>
  );
}
