import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  PlainSelect,
  Sentence,
  useFilters,
  useMay,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import {
  exportStage,
  PATHS,
  readConversion,
  readPipeline,
  STAGES,
  type Path,
  type Stage,
} from '../contract.ts';
import { useState } from 'react';
import { ConversionTable } from './ConversionTable.tsx';
import { GatePanel } from './GatePanel.tsx';
import { Norms } from './Norms.tsx';
import { PipelineColumn } from './PipelineColumn.tsx';
import { ON_THE_WAY, OUT } from './stages-shown.ts';
import { useKeepers } from './use-keepers.ts';
import classes from './lifecycle.module.css';

/** Who stands at which gate, who stands too long, and what is missing to go on. */
export default function PipelineScreen() {
  const t = useWords('lifecycle');
  const [filters, setFilters] = useFilters(paths.pipeline);
  const keepers = useKeepers();
  const maySetNorms = useMay('lifecycle.set_norms');
  const [normsOpen, setNormsOpen] = useState(false);
  const path = PATHS.find((one): one is Path => one === filters.path);
  const query = { q: filters.q || undefined, ownerMemberId: (filters.owner || undefined) as never, path };
  const read = useRead(readPipeline, { query });
  const conversion = useRead(readConversion, { query: {} });
  const stage = STAGES.find((one): one is Stage => one === filters.stage);
  const acceptance = conversion.data?.acceptance;
  // A phone shows one stage at a time: the chosen one, or the first where somebody stands.
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const first = read.data?.columns.find(
    (column) => column.count > 0 && ON_THE_WAY.some((one) => one === column.stage),
  );
  const shown = stage ?? (narrow ? (first?.stage ?? 'mention') : undefined);
  return (
    <>
      <PageHeading
        title={t('board.title')}
        answer={
          read.data ? (
            <Sentence
              text={t('board.answer', {
                count: read.data.columns
                  .filter((column) => ON_THE_WAY.some((one) => one === column.stage))
                  .reduce((sum, column) => sum + column.count, 0),
                overdue: read.data.columns.reduce((sum, column) => sum + column.overdue, 0),
                takenOver: read.data.takenOver,
              })}
            />
          ) : null
        }
        actions={
          <>
            {maySetNorms ? (
              <Button variant="default" onClick={() => setNormsOpen(true)}>
                {t('norms.open')}
              </Button>
            ) : null}
            <ExportMenu
              of={exportStage}
              hrefOf={(format) => hrefOf(exportStage, { query: { ...query, stage, format } })}
            />
          </>
        }
      />
      {acceptance?.tooMany ? (
        <p className={classes.warning} role="note">
          {t('board.tooMany', { percent: Math.round((acceptance.sharePpm ?? 0) / 10_000) })}
        </p>
      ) : null}
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[
          { key: 'q', kind: 'search', label: t('board.find') },
          {
            key: 'owner',
            kind: 'choice',
            label: t('board.keeper'),
            options: [...keepers, { value: 'nobody', label: t('board.nobody') }],
          },
          {
            key: 'path',
            kind: 'choice',
            label: t('board.path'),
            options: PATHS.map((value) => ({ value, label: t(`path.${value}`) })),
          },
          ...(narrow
            ? []
            : [
                {
                  key: 'stage' as const,
                  kind: 'choice' as const,
                  label: t('board.stage'),
                  options: STAGES.map((value) => ({ value, label: t(`stage.${value}`) })),
                },
              ]),
        ]}
      />
      <Loaded read={read}>
        {({ columns }) =>
          columns.every(({ count }) => count === 0) && !filters.q && !filters.owner && !filters.path ? (
            <EmptyState
              title={t('board.emptyTitle')}
              actions={<PageLink to={paths.partners()}>{t('board.toPartners')}</PageLink>}
            >
              {t('board.emptyText')}
            </EmptyState>
          ) : (
            <>
              {narrow ? (
                <PlainSelect
                  className={classes.oneStage ?? ''}
                  label={t('board.stage')}
                  value={shown ?? 'mention'}
                  options={columns.map((column) => ({
                    value: column.stage,
                    label: `${t(`stage.${column.stage}`)} · ${column.count}`,
                  }))}
                  onChange={(value) => setFilters({ stage: value })}
                />
              ) : null}
              <div
                className={classes.board}
                data-one={shown !== undefined}
                role="region"
                aria-label={t('board.title')}
                // Wider than the window, and scrolled by the keyboard too.
                tabIndex={0}
              >
                {columns
                  .filter((column) =>
                    shown ? column.stage === shown : ON_THE_WAY.some((one) => one === column.stage),
                  )
                  .map((column) => (
                    <PipelineColumn
                      key={column.stage}
                      column={column}
                      whole={shown !== undefined}
                      onGate={(partner, to) => setFilters({ partner, to: to ?? '' })}
                    />
                  ))}
              </div>
              {shown ? null : (
                <p className={classes.out}>
                  {columns
                    .filter((column) => OUT.some((one) => one === column.stage) && column.count > 0)
                    .map((column) => (
                      <PageLink key={column.stage} to={paths.pipeline({ stage: column.stage })}>
                        {t(`stage.${column.stage}`)}: {column.count}
                      </PageLink>
                    ))}
                </p>
              )}
            </>
          )
        }
      </Loaded>
      {conversion.data ? <ConversionTable conversion={conversion.data} /> : null}
      {normsOpen ? <Norms onClose={() => setNormsOpen(false)} /> : null}
      {filters.partner ? (
        <GatePanel
          partnerId={filters.partner}
          to={filters.to}
          onClose={() => setFilters({ partner: '', to: '' })}
        />
      ) : null}
    </>
  );
}
