import { Button } from '@mantine/core';
import {
  Badge,
  EmptyState,
  FilterBar,
  LinesSkeleton,
  paths,
  RefusalNotice,
  toast,
  useFilters,
  useFormat,
  useRows,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import {
  ANSWER_SHOWS,
  changeAnswer,
  confirmMaterials,
  countMaterials,
  listAnswers,
  readKits,
  type LibraryAnswer,
} from '../contract.ts';
import { AnswerForm } from './AnswerForm.tsx';
import classes from './library.module.css';

const TOUCHES = [listAnswers, countMaterials, readKits];

/** Questions of partners and clients, each with the one answer everybody gives. */
export function AnswersTab({ mayEdit }: { mayEdit: boolean }) {
  const t = useWords('library');
  const [filters, set] = useFilters(paths.library);
  const show = ANSWER_SHOWS.find((one) => one === filters.show) ?? 'published';
  const rows = useRows(listAnswers, { query: { show, q: filters.q || undefined } });
  const edited = rows.rows.find(({ id }) => id === filters.open);
  const isNarrowed = Boolean(filters.q || filters.show);
  return (
    <>
      <FilterBar
        values={filters}
        onChange={set}
        fields={[
          { key: 'q', kind: 'search', label: t('answers.search') },
          {
            key: 'show',
            kind: 'choice',
            label: t('assets.show'),
            options: ANSWER_SHOWS.map((value) => ({ value, label: t(`answers.of.${value}`) })),
          },
        ]}
      />
      {rows.loading ? <LinesSkeleton /> : null}
      {rows.refusal ? <RefusalNotice refusal={rows.refusal} onRetry={rows.again} /> : null}
      {!rows.loading && !rows.refusal && rows.rows.length === 0 ? (
        isNarrowed ? (
          <EmptyState
            title={t('answers.clearTitle')}
            actions={
              <Button variant="default" onClick={() => set({ q: '', show: '' })}>
                {t('answers.clear')}
              </Button>
            }
          />
        ) : (
          <EmptyState title={t('answers.emptyTitle')}>{t('answers.emptyText')}</EmptyState>
        )
      ) : null}
      <div>
        {rows.rows.map((answer) => (
          <details key={answer.id} className={classes.answer}>
            <summary className={classes.question}>
              {answer.question}{' '}
              {answer.isStale && answer.state === 'published' ? (
                <Badge tone="warn">{t('show.stale')}</Badge>
              ) : null}
            </summary>
            <p className={classes.text}>{answer.answer}</p>
            <Below answer={answer} mayEdit={mayEdit} onEdit={() => set({ open: answer.id })} />
          </details>
        ))}
      </div>
      {rows.hasMore ? (
        <Button variant="default" onClick={rows.more}>
          {t('more')}
        </Button>
      ) : null}
      {edited && mayEdit ? <AnswerForm answer={edited} onClose={() => set({ open: '' })} /> : null}
    </>
  );
}

function Below({ answer, mayEdit, onEdit }: { answer: LibraryAnswer; mayEdit: boolean; onEdit: () => void }) {
  const t = useWords('library');
  const format = useFormat();
  const confirms = useVerb(confirmMaterials, { invalidates: TOUCHES });
  const changes = useVerb(changeAnswer, { invalidates: TOUCHES });
  const { id, question, answer: words, forPartners } = answer;
  const to = answer.state === 'published' ? 'archived' : 'published';
  const moveTo = (state: 'published' | 'archived') =>
    changes.mutateAsync({ params: { answerId: id }, body: { question, answer: words, forPartners, state } });
  const confirm = async (): Promise<void> => {
    const { confirmed } = await confirms.mutateAsync({ body: { answerIds: [id] } });
    toast(t('confirmed', { count: confirmed }));
  };
  const move = async (): Promise<void> => {
    await moveTo(to);
    toast(t(`moved.${to}`), () => moveTo(answer.state));
  };
  return (
    <div className={classes.row}>
      <span className={classes.soft}>
        {t('asset.confirmed', { day: format.when(answer.confirmedOn) })}
        {answer.owner ? ` · ${answer.owner}` : null}
        {forPartners ? null : ` · ${t('answers.ownOnly')}`}
      </span>
      {mayEdit ? (
        <>
          {answer.isStale && answer.state === 'published' ? (
            <Button size="compact-sm" loading={confirms.isPending} onClick={() => void confirm()}>
              {t('asset.confirm')}
            </Button>
          ) : null}
          <Button size="compact-sm" variant="default" onClick={onEdit}>
            {t('asset.edit')}
          </Button>
          <Button size="compact-sm" variant="default" loading={changes.isPending} onClick={() => void move()}>
            {t(`move.${to}`)}
          </Button>
        </>
      ) : null}
      {confirms.error ? <RefusalNotice refusal={confirms.error} /> : null}
      {changes.error ? <RefusalNotice refusal={changes.error} /> : null}
    </div>
  );
}
