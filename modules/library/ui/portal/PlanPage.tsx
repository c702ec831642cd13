import { Button } from '@mantine/core';
import { OwnPlan } from '@mosty/rhythm/parts';
import {
  EmptyState,
  FilterBar,
  LinesSkeleton,
  PageHeading,
  paths,
  RefusalNotice,
  Section,
  useFilters,
  useRows,
  useWords,
} from '@mosty/ui-kit';
import { listAnswers, listAssets } from '../../contract.ts';
import classes from '../library.module.css';
import { OwnIdeas } from './OwnIdeas.tsx';
import { OwnMaterial, OpenedText } from './OwnMaterial.tsx';

/** What we do together, and with what: the joint plan, ideas to join, materials for where this partner stands, answers. */
export default function PlanPage() {
  const t = useWords('library');
  const [filters, set] = useFilters(paths.portalPlan);
  const q = filters.q || undefined;
  const assets = useRows(listAssets, { query: { q } });
  const answers = useRows(listAnswers, { query: { q } });
  const now = assets.rows.filter(({ fitsNow }) => fitsNow);
  const later = assets.rows.filter(({ fitsNow }) => !fitsNow);
  const isEmpty = !assets.loading && !assets.refusal && assets.rows.length === 0;
  return (
    <>
      <PageHeading
        title={t('own.title')}
        answer={
          assets.loading ? null : t(now.length > 0 ? 'own.answer' : 'own.answerNone', { count: now.length })
        }
      />
      <div className={classes.stack}>
        <FilterBar
          values={filters}
          onChange={set}
          fields={[{ key: 'q', kind: 'search', label: t('own.search') }]}
        />
        {q ? null : <OwnPlan />}
        {q ? null : <OwnIdeas />}
        {assets.loading ? <LinesSkeleton /> : null}
        {assets.refusal ? <RefusalNotice refusal={assets.refusal} onRetry={assets.again} /> : null}
        {now.length > 0 ? (
          <Section title={t('own.now')}>
            <div className={classes.cards}>
              {now.map((asset) => (
                <OwnMaterial key={asset.id} asset={asset} onOpen={() => set({ open: asset.id })} />
              ))}
            </div>
          </Section>
        ) : null}
        {later.length > 0 ? (
          <Section title={t('own.later')}>
            <div className={classes.cards}>
              {later.map((asset) => (
                <OwnMaterial key={asset.id} asset={asset} onOpen={() => set({ open: asset.id })} />
              ))}
            </div>
          </Section>
        ) : null}
        {isEmpty ? (
          <EmptyState title={t(q ? 'own.notFound' : 'own.emptyTitle')}>
            {q ? null : t('own.emptyText')}
          </EmptyState>
        ) : null}
        {assets.hasMore ? (
          <Button variant="default" onClick={assets.more}>
            {t('more')}
          </Button>
        ) : null}
        {answers.refusal ? <RefusalNotice refusal={answers.refusal} onRetry={answers.again} /> : null}
        {answers.rows.length > 0 ? (
          <Section title={t('own.answers')}>
            {answers.rows.map((answer) => (
              <details key={answer.id} className={classes.answer}>
                <summary className={classes.question}>{answer.question}</summary>
                <p className={classes.text}>{answer.answer}</p>
              </details>
            ))}
            {answers.hasMore ? (
              <Button variant="default" onClick={answers.more}>
                {t('more')}
              </Button>
            ) : null}
          </Section>
        ) : null}
      </div>
      {filters.open ? <OpenedText assetId={filters.open} onClose={() => set({ open: '' })} /> : null}
    </>
  );
}
