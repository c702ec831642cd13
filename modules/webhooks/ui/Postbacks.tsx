import { Button } from '@mantine/core';
import {
  DataTable,
  EmptyState,
  Loaded,
  PageLink,
  paths,
  Section,
  TableSkeleton,
  useMay,
  useRead,
  useVerb,
  useWords,
  type Column,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { listPostbacks, removePostback, switchPostback, type PostbackView } from '../contract.ts';
import { CreatePostback } from './CreatePostback.tsx';
import { Health } from './Health.tsx';
import classes from './webhooks.module.css';

/** Addresses of partners, under those of the company. */
export function Postbacks() {
  const t = useWords('webhooks');
  const mayWrite = useMay('postback.write');
  const [adding, setAdding] = useState(false);
  const read = useRead(listPostbacks, { query: {} });
  const add = mayWrite ? (
    <Button variant="default" onClick={() => setAdding(true)}>
      {t('postbacks.add')}
    </Button>
  ) : null;
  const columns: readonly Column<PostbackView>[] = [
    {
      id: 'partner',
      title: t('postbacks.partner'),
      cell: (row) => <PageLink to={paths.partner({ partnerId: row.partnerId })}>{row.partnerName}</PageLink>,
      narrow: 'title',
    },
    {
      id: 'about',
      title: t('postbacks.about'),
      cell: (row) => t(`postbacks.aboutOf.${row.about}`),
      narrow: 'line',
    },
    {
      id: 'url',
      title: t('postbacks.url'),
      cell: (row) => <span className={classes.url}>{row.url}</span>,
      narrow: 'bare',
    },
    { id: 'state', title: t('list.state'), cell: (row) => <Health of={row} />, narrow: 'bare' },
    {
      id: 'acts',
      title: '',
      cell: (row) => (mayWrite ? <Acts row={row} /> : null),
      align: 'right',
      narrow: 'bare',
    },
  ];
  return (
    <Section title={t('postbacks.title')} note={t('postbacks.note')} actions={add}>
      <Loaded read={read} skeleton={<TableSkeleton columns={4} rows={2} />}>
        {({ items }) => (
          <DataTable
            label={t('postbacks.title')}
            columns={columns}
            rows={items}
            rowKey={(row) => row.id}
            tone={(row) => (row.state === 'off' ? 'faint' : undefined)}
            empty={<EmptyState title={t('postbacks.empty')}>{t('postbacks.emptyText')}</EmptyState>}
          />
        )}
      </Loaded>
      {adding ? <CreatePostback onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

function Acts({ row }: { row: PostbackView }) {
  const t = useWords('webhooks');
  const change = useVerb(switchPostback, { invalidates: [listPostbacks] });
  const remove = useVerb(removePostback, { invalidates: [listPostbacks] });
  const params = { postbackId: row.id };
  const isOn = row.state === 'on';
  return (
    <span className={classes.acts}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        loading={change.isPending}
        onClick={() => change.mutate({ params, body: { state: isOn ? 'off' : 'on' } })}
      >
        {isOn ? t('postbacks.off') : t('postbacks.on')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        loading={remove.isPending}
        onClick={() => remove.mutate({ params })}
      >
        {t('postbacks.remove')}
      </Button>
    </span>
  );
}
