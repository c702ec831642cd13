import {
  Badge,
  DataTable,
  PageLink,
  paths,
  useLanguage,
  useWords,
  When,
  type Column,
  type Rows,
} from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import type { ClickRow } from '../contract.ts';
import classes from './clicks.module.css';
import { countryName } from './country-name.ts';

/** Clicks one by one, with why each was taken for a person or a machine. */
export function ClickFeed({ rows, empty }: { rows: Rows<ClickRow>; empty: ReactNode }) {
  const t = useWords('tracking');
  const language = useLanguage();
  const columns: readonly Column<ClickRow>[] = [
    {
      id: 'at',
      title: t('clicks.when'),
      cell: (row) => <When value={row.at} style="time" />,
      narrow: 'title',
    },
    {
      id: 'who',
      title: t('clicks.who'),
      cell: (row) => (
        <span className={classes.who}>
          <Badge tone={row.verdict === 'human' ? 'accent' : 'faint'}>
            {t(`clicks.verdict.${row.verdict}`)}
          </Badge>
          <span className={classes.faint}>
            {t(`clicks.why.${row.why}`)}
            {row.inApp ? `: ${row.inApp}` : ''}
            {row.consented ? '' : ` · ${t('clicks.noConsent')}`}
          </span>
        </span>
      ),
      narrow: 'bare',
    },
    {
      id: 'followed',
      title: t('clicks.followed'),
      cell: (row) =>
        row.followedKind === 'link' ? (
          <PageLink to={paths.links({ open: row.followedId })} look="quiet">
            {row.followed}
          </PageLink>
        ) : (
          row.followed
        ),
      narrow: 'line',
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
      id: 'country',
      title: t('clicks.country'),
      cell: (row) => (row.country ? countryName(row.country, language) : '–'),
      narrow: 'line',
    },
    { id: 'from', title: t('clicks.from'), cell: (row) => row.referrerHost ?? '–', narrow: 'line' },
  ];
  return (
    <DataTable
      label={t('clicks.feed')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}
