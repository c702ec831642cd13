import { Button } from '@mantine/core';
import {
  Badge,
  EmptyState,
  FilterBar,
  LinesSkeleton,
  PageLink,
  paths,
  RefusalNotice,
  toast,
  useFilters,
  useFormat,
  useRows,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { changeIdea, listIdeas, type Idea } from '../contract.ts';
import { IdeaForm } from './IdeaForm.tsx';
import classes from './library.module.css';

const SHOWS = ['open', 'over', 'archived'] as const;

/** What partners may join now and soon, and who did (S1.64). */
export function IdeasTab({ mayEdit }: { mayEdit: boolean }) {
  const t = useWords('library');
  const [filters, set] = useFilters(paths.library);
  const show = SHOWS.find((one) => one === filters.show) ?? 'open';
  const rows = useRows(listIdeas, { query: { show } });
  const edited = rows.rows.find(({ id }) => id === filters.open);
  return (
    <>
      <FilterBar
        values={filters}
        onChange={set}
        fields={[
          {
            key: 'show',
            kind: 'choice',
            label: t('assets.show'),
            options: SHOWS.map((value) => ({ value, label: t(`ideas.of.${value}`) })),
          },
        ]}
      />
      {rows.loading ? <LinesSkeleton /> : null}
      {rows.refusal ? <RefusalNotice refusal={rows.refusal} onRetry={rows.again} /> : null}
      {!rows.loading && !rows.refusal && rows.rows.length === 0 ? (
        <EmptyState title={t('ideas.emptyTitle')}>{t('ideas.emptyText')}</EmptyState>
      ) : null}
      <div className={classes.cards}>
        {rows.rows.map((idea) => (
          <IdeaCard key={idea.id} idea={idea} mayEdit={mayEdit} onEdit={() => set({ open: idea.id })} />
        ))}
      </div>
      {rows.hasMore ? (
        <Button variant="default" onClick={rows.more}>
          {t('more')}
        </Button>
      ) : null}
      {edited && mayEdit ? <IdeaForm idea={edited} onClose={() => set({ open: '' })} /> : null}
    </>
  );
}

function IdeaCard({ idea, mayEdit, onEdit }: { idea: Idea; mayEdit: boolean; onEdit: () => void }) {
  const t = useWords('library');
  const words = useWords('agreements');
  const format = useFormat();
  const verb = useVerb(changeIdea, { invalidates: [listIdeas] });
  const { id, title, words: said, fromOn, tillOn, kinds } = idea;
  const to = idea.state === 'published' ? 'archived' : 'published';
  const moveTo = (state: 'published' | 'archived') =>
    verb.mutateAsync({ params: { ideaId: id }, body: { title, words: said, fromOn, tillOn, kinds, state } });
  const move = async (): Promise<void> => {
    await moveTo(to);
    toast(t(`moved.${to}`), () => moveTo(idea.state));
  };
  return (
    <section className={classes.card} aria-label={title}>
      <div className={classes.row}>
        <h3 className={classes.name}>{title}</h3>
        <Badge tone={idea.when === 'now' ? 'accent' : 'plain'}>{t(`ideas.when.${idea.when}`)}</Badge>
      </div>
      <span className={classes.soft}>
        {t('ideas.window', { from: format.when(fromOn), till: format.when(tillOn) })}
        {' · '}
        {kinds.length > 0 ? kinds.map((one) => words(`kind.${one}`)).join(', ') : t('forAll')}
      </span>
      <p className={classes.text}>{said}</p>
      {mayEdit ? (
        <>
          {idea.joined.length === 0 ? (
            <span className={classes.soft}>{t('ideas.nobody')}</span>
          ) : (
            <span>
              {t('ideas.joined', { count: idea.joined.length })}{' '}
              {idea.joined.map(({ partnerId, name }, place) => (
                <span key={partnerId}>
                  {place > 0 ? ', ' : null}
                  <PageLink to={paths.partner({ partnerId })}>{name}</PageLink>
                </span>
              ))}
            </span>
          )}
          <div className={classes.row}>
            <Button size="compact-sm" variant="default" onClick={onEdit}>
              {t('asset.edit')}
            </Button>
            <Button size="compact-sm" variant="default" loading={verb.isPending} onClick={() => void move()}>
              {t(`move.${to}`)}
            </Button>
          </div>
          {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
        </>
      ) : null}
    </section>
  );
}
