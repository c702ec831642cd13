import { Button } from '@mantine/core';
import {
  Badge,
  Count,
  DataTable,
  EmptyState,
  PageHeading,
  PageLink,
  paths,
  Section,
  useFilters,
  useMay,
  useRead,
  useRows,
  useToday,
  useWords,
  type Column,
} from '@mosty/ui-kit';
import { getClickFigures, listLinks, type LinkRow } from '../../contract.ts';
import classes from '../tracking.module.css';
import { MakeOwnLink } from './MakeOwnLink.tsx';
import { OwnCodes } from './OwnCodes.tsx';
import { OwnLink } from './OwnLink.tsx';

/** What the partner shares, with everything the law and a printer want beside it, and how many people followed. */
export default function LinksPage() {
  const t = useWords('tracking');
  const today = useToday();
  const [filters, set] = useFilters(paths.portalLinks);
  const mayMake = useMay('link.create_own');
  const figures = useRead(getClickFigures, { query: {} }, { enabled: useMay('click.read') });
  const rows = useRows(listLinks, { query: filters.q ? { q: filters.q } : {} });
  const make = mayMake ? <Button onClick={() => set({ new: '1' })}>{t('own.make')}</Button> : null;
  const stateOf = (link: LinkRow) => {
    if (link.archivedAt) return t('own.stopped');
    return link.expiresAt && link.expiresAt.slice(0, 10) < today ? t('own.over') : null;
  };
  const columns: readonly Column<LinkRow>[] = [
    {
      id: 'link',
      title: t('own.link'),
      cell: (link) => (
        <span className={classes.link}>
          {link.title ?? link.key}
          <span className={classes.address}>{link.url.replace(/^https?:\/\//, '')}</span>
        </span>
      ),
      narrow: 'title',
    },
    {
      id: 'state',
      title: '',
      cell: (link) => {
        const state = stateOf(link);
        return state ? <Badge tone="faint">{state}</Badge> : null;
      },
      narrow: 'bare',
    },
    {
      id: 'people',
      title: t('own.people'),
      cell: (link) => <Count value={link.clicks} tone={link.clicks === 0 ? 'dim' : 'plain'} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'came',
      title: t('own.came'),
      cell: (link) => t('own.cameOf', { leads: link.leads, buyers: link.buyers, sales: link.sales }),
      narrow: 'bare',
    },
  ];
  return (
    <>
      <PageHeading
        title={t('own.title')}
        answer={figures.data ? t('own.answer', { count: figures.data.totals.people }) : null}
        actions={make}
      />
      <Section title={t('own.links')}>
        <DataTable
          label={t('own.links')}
          columns={columns}
          rows={rows}
          rowKey={(link) => link.id}
          rowTo={(link) => paths.portalLinks({ q: filters.q, open: link.id })}
          tone={(link) => (link.archivedAt ? 'faint' : undefined)}
          empty={
            <EmptyState title={t('own.noLinks')} actions={make}>
              {t('own.noLinksText')}
            </EmptyState>
          }
        />
      </Section>
      <Section title={t('own.codes')} note={t('own.codesNote')}>
        <OwnCodes />
      </Section>
      <PageLink to={paths.portalTalk({ new: '1' })}>{t('own.write')}</PageLink>
      {filters.open ? <OwnLink linkId={filters.open} onClose={() => set({ open: '' })} /> : null}
      {filters.new && mayMake ? (
        <MakeOwnLink onClose={() => set({ new: '' })} onMade={(linkId) => set({ new: '', open: linkId })} />
      ) : null}
    </>
  );
}
