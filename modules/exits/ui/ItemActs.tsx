import {
  Act,
  ConfirmWithConsequence,
  RefusalNotice,
  toast,
  useVerb,
  useWords,
  type May,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { closeAccess, showSummary } from '../contract.ts';
import { HandOver } from './HandOver.tsx';
import { NeutralLinks } from './NeutralLinks.tsx';
import { NoteAgreed } from './NoteAgreed.tsx';
import { Retention } from './Retention.tsx';
import { SayThanks } from './SayThanks.tsx';
import { CHANGED, type ExitItem, type ExitPage } from './exit-reads.ts';

interface Props {
  readonly partnerId: string;
  readonly page: ExitPage;
  readonly item: ExitItem;
}

/** What closes an item from here; money, promises and disputes are closed where they are kept. */
export function ItemActs({ partnerId, page, item }: Props) {
  const t = useWords('exits');
  const [open, setOpen] = useState(false);
  const form = { partnerId, page, onClose: () => setOpen(false) };
  const begin = (label: string, can: May) => (
    <Act size="compact-sm" variant="default" can={can} onClick={() => setOpen(true)}>
      {t(label)}
    </Act>
  );
  if (item.code === 'retention_set')
    return (
      <>
        {begin(item.met ? 'retention.change' : 'retention.open', page.can['write'])}
        {open ? <Retention {...form} /> : null}
      </>
    );
  if (item.met) return null;
  switch (item.code) {
    case 'thanks_sent':
      return (
        <>
          {begin('thanks.open', page.can['write'])}
          {open ? <SayThanks {...form} /> : null}
        </>
      );
    case 'summary_agreed':
      return <SummaryActs partnerId={partnerId} page={page} item={item} />;
    case 'clients_handed_over':
      return (
        <>
          {begin('handOver.open', page.can['handOver'])}
          {open ? <HandOver {...form} /> : null}
        </>
      );
    case 'links_neutral':
      return (
        <>
          {begin('links.open', page.can['write'])}
          {open ? <NeutralLinks {...form} /> : null}
        </>
      );
    case 'access_closed':
      return <CloseAccess partnerId={partnerId} page={page} item={item} />;
    default:
      return null;
  }
}

function SummaryActs({ partnerId, page, item }: Props) {
  const t = useWords('exits');
  const [noting, setNoting] = useState(false);
  const show = useVerb(showSummary, { invalidates: CHANGED, onDone: () => toast(t('summary.shownToast')) });
  const waits = item.missing.some(({ code }) => code === 'exits.summary_not_agreed');
  if (waits && page.summary)
    return (
      <>
        <Act size="compact-sm" variant="default" can={page.can['write']} onClick={() => setNoting(true)}>
          {t('summary.note')}
        </Act>
        {noting ? (
          <NoteAgreed partnerId={partnerId} version={page.summary.version} onClose={() => setNoting(false)} />
        ) : null}
      </>
    );
  return (
    <>
      <Act
        size="compact-sm"
        variant="default"
        can={page.can['write']}
        loading={show.isPending}
        onClick={() => show.mutate({ params: { partnerId } })}
      >
        {t(page.summary ? 'summary.showAgain' : 'summary.show')}
      </Act>
      {show.error ? <RefusalNotice refusal={show.error} /> : null}
    </>
  );
}

function CloseAccess({ partnerId, page }: Props) {
  const t = useWords('exits');
  const close = useVerb(closeAccess, { invalidates: CHANGED, onDone: () => toast(t('access.done')) });
  return (
    <ConfirmWithConsequence
      title={t('access.title')}
      consequence={t('access.consequence', { count: page.access.people })}
      confirm={t('access.close')}
      onConfirm={() => close.mutateAsync({ params: { partnerId } })}
    >
      {(ask) => (
        <Act size="compact-sm" variant="default" can={page.can['closeAccess']} onClick={ask}>
          {t('access.close')}
        </Act>
      )}
    </ConfirmWithConsequence>
  );
}
