import { Badge, Money, PageLink, paths, useMay, useWords, When } from '@mosty/ui-kit';
import type { Alliance } from '../contract.ts';
import classes from './check.module.css';

/** One alliance: what came of it in influence and in money, kept apart; then its goals. */
export function AllianceCard({ alliance, logosDays }: { alliance: Alliance; logosDays: number }) {
  const t = useWords('recruiting');
  const { partner, goals } = alliance;
  const forInfluence = goals.filter((goal) => goal.gain !== 'money');
  const reached = forInfluence.filter((goal) => goal.state === 'reached').length;
  return (
    <article className={classes.subject} aria-label={partner.name}>
      <header className={classes.subjectHead}>
        <h3>
          <PageLink to={paths.partner({ partnerId: partner.id })}>{partner.name}</PageLink>
        </h3>
        {alliance.logosOnly ? <Badge tone="warn">{t('alliances.logosOnly')}</Badge> : null}
      </header>
      <p className={classes.soft}>
        {t('alliances.since')} <When value={alliance.since} />
        {alliance.nextReviewOn ? (
          <>
            {' · '}
            {t('goal.review')} <When value={alliance.nextReviewOn} />
          </>
        ) : null}
      </p>
      {alliance.logosOnly ? <p>{t('alliances.silent', { days: logosDays })}</p> : null}
      <dl className={classes.pairs}>
        <dt>{t('alliances.influence')}</dt>
        <dd>
          {forInfluence.length === 0
            ? t('alliances.noInfluence')
            : t('alliances.reached', { reached, count: forInfluence.length })}
        </dd>
        <dt>{t('alliances.money')}</dt>
        <dd>
          <Sold alliance={alliance} />
        </dd>
      </dl>
      <Goals alliance={alliance} />
      <div className={classes.acts}>
        <PageLink to={paths.check({ partnerId: partner.id })}>{t('alliances.toGoals')}</PageLink>
      </div>
    </article>
  );
}

function Sold({ alliance }: { alliance: Alliance }) {
  const t = useWords('recruiting');
  const mayOpen = useMay('sale.read');
  if (alliance.sold.length === 0)
    return alliance.lastDealAt ? (
      <>
        {t('alliances.lastDeal')} <When value={alliance.lastDealAt} />
      </>
    ) : (
      t('alliances.noMoney')
    );
  return alliance.sold.map(({ currency, salesCount, soldMinor }) => (
    <div key={currency}>
      <Money minor={soldMinor} currency={currency} />{' '}
      {mayOpen ? (
        <PageLink to={paths.deals({ partner: alliance.partner.id, class: 'alliance' })}>
          {t('alliances.sales', { count: salesCount })}
        </PageLink>
      ) : (
        t('alliances.sales', { count: salesCount })
      )}
    </div>
  ));
}

function Goals({ alliance }: { alliance: Alliance }) {
  const t = useWords('recruiting');
  if (alliance.goals.length === 0) return <p className={classes.lacks}>{t('goal.empty')}</p>;
  return (
    <ul className={classes.evidence}>
      {alliance.goals.map((goal) => (
        <li key={goal.id}>
          <div className={classes.subjectHead}>
            <span>{goal.aim}</span>
            <Badge tone={goal.isOverdue ? 'warn' : goal.state === 'reached' ? 'accent' : 'plain'}>
              {t(goal.isOverdue ? 'alliances.overdue' : `goal.state.${goal.state}`)}
            </Badge>
          </div>
          <p className={classes.soft}>
            {t(`goal.kind.${goal.kind}`)} · {t(`goal.gain.${goal.gain}`)} ·{' '}
            {goal.outcome ?? t('goal.proofIs', { proof: goal.proof })}
          </p>
        </li>
      ))}
    </ul>
  );
}
