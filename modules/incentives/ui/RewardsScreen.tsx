import { Button } from '@mantine/core';
import {
  Badge,
  DataTable,
  EmptyState,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  SegmentTabs,
  useFilters,
  useFormat,
  useLanguage,
  useMay,
  useMe,
  useRead,
  useWords,
  type Column,
} from '@mosty/ui-kit';
import { listSchemes, TEMPLATES, type SchemeRow } from '../contract.ts';
import { useSay } from './say.ts';
import { SchemeEditor } from './SchemeEditor.tsx';
import { Templates } from './Templates.tsx';
import { shortTerms } from './terms-sentences.ts';
import classes from './incentives.module.css';

/** Rules of pay: each scheme in words, who is on it, six to begin with (S1.36). */
export default function RewardsScreen() {
  const t = useWords('incentives');
  const [filters, setFilters] = useFilters(paths.rewards);
  const mayDraft = useMay('scheme.draft');
  const archived = filters.state === 'archived';
  const read = useRead(listSchemes, { query: { archived: archived ? 'yes' : 'no' } });
  const template = TEMPLATES.find(({ code }) => code === filters.new);
  if (mayDraft && filters.new) {
    return (
      <SchemeEditor key={filters.new} template={template ?? null} onCancel={() => setFilters({ new: '' })} />
    );
  }
  return (
    <Loaded read={read}>
      {({ items }) => (
        <>
          <PageHeading
            title={t('rewards.title')}
            answer={
              items.length > 0 && !archived
                ? t('rewards.answer', { count: items.filter((scheme) => scheme.current).length })
                : undefined
            }
            actions={
              <>
                <PageLink to={paths.calculator()}>{t('rewards.compare')}</PageLink>
                {mayDraft ? (
                  <Button onClick={() => setFilters({ new: 'blank' })}>{t('actions.newScheme')}</Button>
                ) : null}
              </>
            }
          />
          <SegmentTabs
            label={t('rewards.views')}
            value={archived ? 'archived' : ''}
            segments={[
              { value: '', label: t('rewards.inUse') },
              { value: 'archived', label: t('rewards.archive') },
            ]}
            onChange={(state) => setFilters({ state })}
          />
          {items.length > 0 ? (
            <Schemes items={items} />
          ) : (
            <EmptyState title={t(archived ? 'rewards.noArchive' : 'rewards.emptyTitle')}>
              {t(archived ? 'rewards.noArchiveText' : 'rewards.emptyText')}
            </EmptyState>
          )}
          {archived ? null : (
            <Section title={t('rewards.templates')} note={t('rewards.templatesNote')}>
              <Templates onTake={mayDraft ? (code) => setFilters({ new: code }) : null} />
            </Section>
          )}
        </>
      )}
    </Loaded>
  );
}

function Schemes({ items }: { items: readonly SchemeRow[] }) {
  const t = useWords('incentives');
  const say = useSay();
  const format = useFormat();
  const language = useLanguage();
  const { workspace } = useMe();
  const columns: readonly Column<SchemeRow>[] = [
    {
      id: 'name',
      title: t('rewards.name'),
      cell: (row) => (
        <>
          <span className={classes.name}>{row.name}</span>
          {row.purpose ? <span className={classes.purpose}>{row.purpose}</span> : null}
        </>
      ),
      width: '30%',
    },
    {
      id: 'pays',
      title: t('rewards.pays'),
      cell: (row) => {
        const shown = row.current ?? row.draft;
        return shown ? (
          <span className={classes.clamp}>{shortTerms(say, shown.terms, workspace.currency, language)}</span>
        ) : null;
      },
      narrow: 'bare',
    },
    {
      id: 'partners',
      title: t('rewards.partners'),
      cell: (row) => format.count(row.partners),
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'version',
      title: t('rewards.version'),
      cell: (row) => (
        <span className={classes.inline}>
          {row.current
            ? t('rewards.versionSince', {
                version: row.current.version,
                day: format.when(row.current.validFrom, 'short'),
              })
            : t('rewards.begins')}
          {row.draft ? <Badge tone="warn">{t('rewards.draft')}</Badge> : null}
        </span>
      ),
      narrow: 'line',
      width: 132,
    },
  ];
  return (
    <DataTable
      label={t('rewards.title')}
      columns={columns}
      rows={items}
      rowKey={(row) => row.id}
      rowTo={(row) => paths.scheme({ schemeId: row.id })}
    />
  );
}
