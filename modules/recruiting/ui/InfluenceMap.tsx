import {
  DataTable,
  EmptyState,
  ExportMenu,
  hrefOf,
  paths,
  Percent,
  Section,
  useRows,
  useWords,
} from '@mosty/ui-kit';
import { exportNames, listNames } from '../contract.ts';
import classes from './recruiting.module.css';

const QUERY = { state: 'all', sort: 'speakers' } as const;

/** Names weighed by how many people said them: a bar each, readable in grey. */
export function InfluenceMap() {
  const t = useWords('recruiting');
  const rows = useRows(listNames, { query: QUERY });
  const most = Math.max(1, ...(rows.rows ?? []).map(({ speakers }) => speakers));
  return (
    <Section
      title={t('survey.tab.map')}
      note={t('names.mapNote')}
      actions={
        <ExportMenu
          of={exportNames}
          hrefOf={(format) => hrefOf(exportNames, { query: { ...QUERY, format } })}
        />
      }
    >
      <DataTable
        label={t('survey.tab.map')}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.scout({ state: 'all', open: row.id })}
        columns={[
          {
            id: 'name',
            title: t('names.name'),
            cell: (row) => (
              <>
                {row.spoken}
                {row.aliases.length > 0 ? (
                  <span className={classes.soft}>{row.aliases.map(({ spoken }) => spoken).join(', ')}</span>
                ) : null}
              </>
            ),
            narrow: 'title',
          },
          {
            id: 'bar',
            title: t('names.speakers'),
            cell: (row) => (
              <div className={classes.bar}>
                <div className={classes.track} aria-hidden="true">
                  <div className={classes.clients} style={{ width: `${(row.clients / most) * 100}%` }} />
                  <div
                    className={classes.others}
                    style={{ width: `${((row.speakers - row.clients) / most) * 100}%` }}
                  />
                </div>
                <span>{row.speakers}</span>
              </div>
            ),
            narrow: 'bare',
          },
          {
            id: 'share',
            title: t('names.share'),
            cell: (row) => (row.answeredPpm === null ? '–' : <Percent ppm={row.answeredPpm} />),
            align: 'right',
            narrow: 'line',
          },
          {
            id: 'sources',
            title: t('names.sources'),
            cell: (row) =>
              row.bySource
                .map(({ source, speakers }) => `${t(`names.source.${source}`)} ${speakers}`)
                .join(' · '),
            narrow: 'line',
          },
        ]}
        empty={<EmptyState title={t('names.noneTitle')}>{t('names.noneText')}</EmptyState>}
      />
    </Section>
  );
}
