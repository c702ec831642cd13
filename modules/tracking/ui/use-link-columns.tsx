import {
  Badge,
  ClassBadge,
  Count,
  PageLink,
  paths,
  useFormat,
  useWords,
  type Column,
  type ReportingClass,
} from '@mosty/ui-kit';
import type { LinkRow } from '../contract.ts';
import classes from './tracking.module.css';

/** People are counted; machines stand beside them in small, so that nobody wonders where they went. */
export function useLinkColumns(): readonly Column<LinkRow>[] {
  const t = useWords('tracking');
  const format = useFormat();
  return [
    {
      id: 'key',
      title: t('links.link'),
      cell: (row) => (
        <span className={classes.link}>
          <strong>{row.title ?? row.key}</strong>
          <span className={classes.address}>{shown(row.url)}</span>
        </span>
      ),
      narrow: 'title',
    },
    {
      id: 'partner',
      title: t('codes.partner'),
      cell: (row) => (
        <PageLink to={paths.partner({ partnerId: row.partnerId })} look="quiet">
          {row.partnerName}
        </PageLink>
      ),
      narrow: 'line',
    },
    {
      id: 'class',
      title: '',
      cell: (row) => <ClassBadge of={row.class as ReportingClass} short />,
      narrow: 'bare',
    },
    {
      id: 'clicks',
      title: t('links.clicks'),
      cell: (row) => (
        <span className={classes.figure}>
          {row.clicks + row.bots > 0 ? (
            <PageLink to={paths.clicks({ link: row.id, days: '365' })} look="quiet">
              <Count value={row.clicks} />
            </PageLink>
          ) : (
            <Count value={row.clicks} tone="dim" />
          )}
          {row.bots > 0 ? (
            <span className={classes.faint}>{t('links.bots', { count: row.bots })}</span>
          ) : null}
        </span>
      ),
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'visitors',
      title: t('links.visitors'),
      cell: (row) => <Count value={row.visitors} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'leads',
      title: t('links.leads'),
      cell: (row) => <Count value={row.leads} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'buyers',
      title: t('links.buyers'),
      cell: (row) => <Count value={row.buyers} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'sales',
      title: t('links.sales'),
      cell: (row) => <Count value={row.sales} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'state',
      title: t('links.state'),
      cell: (row) =>
        row.archivedAt ? (
          <Badge tone="faint">{t('codes.stopped', { day: format.when(row.archivedAt) })}</Badge>
        ) : row.expiresAt ? (
          <Badge>{t('links.until', { day: format.when(row.expiresAt) })}</Badge>
        ) : (
          <Badge tone="accent">{t('codes.works')}</Badge>
        ),
      align: 'right',
      narrow: 'value',
    },
  ];
}

/** As one would say it aloud: no scheme, letters as they are read. */
export function shown(url: string): string {
  return decodeURI(url).replace(/^https?:\/\//, '');
}
