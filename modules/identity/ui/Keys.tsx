import { Button } from '@mantine/core';
import { listApiKeys, revokeApiKey } from '../contract.ts';
import {
  Badge,
  ConfirmWithConsequence,
  CopyText,
  DataTable,
  EmptyState,
  Loaded,
  PageHeading,
  paths,
  TableSkeleton,
  toast,
  useFilters,
  useMay,
  useRead,
  useVerb,
  useWords,
  When,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { CreateKey } from './CreateKey.tsx';
import { scopeWord } from './scope-word.ts';
import classes from './settings.module.css';

type KeyRow = AnswerOf<typeof listApiKeys>['items'][number];

export default function Keys() {
  const t = useWords('identity');
  const [filters, setFilters] = useFilters(paths.keys);
  const mayCreate = useMay('api_key.create');
  const read = useRead(listApiKeys, {});
  const create = mayCreate ? (
    <Button onClick={() => setFilters({ new: 'key' })}>{t('actions.createKey')}</Button>
  ) : null;
  const reference = (
    <Button component="a" href="/api/v1" target="_blank" rel="noreferrer" variant="default">
      {t('keys.docs')}
    </Button>
  );
  const columns: readonly Column<KeyRow>[] = [
    {
      id: 'name',
      title: t('keys.name'),
      cell: (key) => (
        <>
          <span className={classes.name}>{key.name}</span>{' '}
          {key.kind === 'publishable' ? <Badge>{t('keys.publishable')}</Badge> : null}{' '}
          {key.revokedAt ? <Badge tone="faint">{t('keys.revoked')}</Badge> : null}
        </>
      ),
    },
    {
      id: 'scopes',
      title: t('keys.scopes'),
      cell: (key) => (
        <span className={classes.scopes}>
          {key.scopes.map((scope) => (
            <Badge key={scope}>{t(`keys.scope.${scopeWord(scope)}`)}</Badge>
          ))}
        </span>
      ),
      narrow: 'bare',
    },
    {
      id: 'tail',
      title: t('keys.tail'),
      cell: (key) =>
        key.publicText && !key.revokedAt ? (
          <CopyText text={key.publicText} label={t('keys.copy')} />
        ) : (
          <span className={classes.code}>…{key.tail}</span>
        ),
    },
    { id: 'by', title: t('keys.createdBy'), cell: (key) => key.createdBy ?? '–' },
    {
      id: 'used',
      title: t('keys.lastUsed'),
      cell: (key) =>
        key.lastUsedAt ? (
          <When value={key.lastUsedAt} style="ago" />
        ) : (
          <span className={classes.faint}>{t('keys.never')}</span>
        ),
      align: 'right',
    },
    {
      id: 'acts',
      title: '',
      cell: (key) => (key.revokedAt ? null : <Revoke row={key} />),
      align: 'right',
      narrow: 'bare',
    },
  ];
  return (
    <>
      <PageHeading
        title={t('keys.title')}
        answer={t('keys.answer')}
        actions={
          <>
            {reference}
            {create}
          </>
        }
      />
      <Loaded read={read} skeleton={<TableSkeleton columns={5} rows={4} />}>
        {({ items }) => (
          <DataTable
            label={t('keys.title')}
            columns={columns}
            rows={items}
            rowKey={(key) => key.id}
            tone={(key) => (key.revokedAt ? 'faint' : undefined)}
            empty={
              <EmptyState title={t('keys.empty')} actions={create}>
                {t('keys.emptyText')}
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {filters.new === 'key' && mayCreate ? <CreateKey onClose={() => setFilters({ new: '' })} /> : null}
    </>
  );
}

function Revoke({ row }: { row: KeyRow }) {
  const t = useWords('identity');
  const mayRevoke = useMay('api_key.revoke');
  const verb = useVerb(revokeApiKey, {
    invalidates: [listApiKeys],
    onDone: () => toast(t('keys.revokedDone')),
  });
  if (!mayRevoke) return null;
  return (
    <ConfirmWithConsequence
      title={t('keys.revokeTitle', { name: row.name })}
      consequence={t('keys.revokeText')}
      confirm={t('keys.revoke')}
      risky
      onConfirm={() => verb.mutateAsync({ params: { apiKeyId: row.id } })}
    >
      {(ask) => (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={ask}>
          {t('keys.revoke')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}
