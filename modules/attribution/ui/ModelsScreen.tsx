import { Select } from '@mantine/core';
import {
  DataTable,
  EmptyState,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  useFilters,
  useFormat,
  useRead,
  useWords,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { getModels, MODELS } from '../contract.ts';
import classes from './attribution.module.css';

type Answer = AnswerOf<typeof getModels>;
type Row = Answer['partners'][number];

const DAYS = ['30', '90', '180', '365', '730'];
const FEW_JOURNEYS = 100;

/** What other models would have said of the same journeys, beside the rule that pays; hijackers in a sentence. */
export default function ModelsScreen() {
  const t = useWords('attribution');
  const [filters, set] = useFilters(paths.attributionModels);
  const days = DAYS.find((one) => one === filters.days) ?? '180';
  const read = useRead(getModels, { query: { days: Number(days) } });
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.claims()}>{t('claims.title')}</PageLink>}
        title={t('models.title')}
        answer={t('models.answer')}
        actions={
          <Select
            aria-label={t('models.days')}
            w={130}
            allowDeselect={false}
            value={days}
            data={DAYS.map((value) => ({ value, label: t('models.nDays', { days: value }) }))}
            onChange={(value) => value && set({ days: value === '180' ? '' : value })}
          />
        }
      />
      <Loaded read={read}>{(answer) => <Models answer={answer} />}</Loaded>
    </>
  );
}

function Models({ answer }: { answer: Answer }) {
  const t = useWords('attribution');
  const format = useFormat();
  if (answer.journeys === 0)
    return <EmptyState title={t('models.emptyTitle')}>{t('models.emptyText')}</EmptyState>;
  const sample = t('models.sample', {
    journeys: format.count(answer.journeys),
    won: format.count(answer.won),
    touches: format.count(answer.touches),
    from: format.when(answer.from),
    to: format.when(answer.to),
  });
  const columns: readonly Column<Row>[] = [
    { id: 'partner', title: t('models.partner'), cell: (row) => row.partnerName ?? t('who.another') },
    ...MODELS.map((model) => ({
      id: model,
      title: t(`modelName.${model}`),
      cell: (row: Row) => sales(row, model, format),
      align: 'right' as const,
      narrow: 'line' as const,
    })),
  ];
  const hijackers = answer.partners.filter((row) => row.hijacks);
  return (
    <Section title={t('models.partner')} note={sample}>
      {answer.journeys < FEW_JOURNEYS ? <p className={classes.note}>{t('models.small')}</p> : null}
      {hijackers.length === 0 ? (
        <p className={classes.note}>{t('models.noHijack')}</p>
      ) : (
        hijackers.map((row) => (
          <p key={row.partnerId} className={classes.note}>
            {t('models.hijack', {
              partner: row.partnerName ?? t('who.another'),
              last: sales(row, 'last', format),
              markov: sales(row, 'markov', format),
              share: format.percent(row.intercepted),
            })}
          </p>
        ))
      )}
      <DataTable
        label={t('models.title')}
        columns={columns}
        rows={answer.partners}
        rowKey={(row) => row.partnerId}
        tone={(row) => (row.hijacks ? 'warn' : undefined)}
      />
      <p className={classes.note}>{t('models.explain')}</p>
    </Section>
  );
}

/** Credit is told in thousandths of a sale. */
const sales = (row: Row, model: (typeof MODELS)[number], format: ReturnType<typeof useFormat>) =>
  format.count((row.credit[model] ?? 0) / 1_000, 1);
