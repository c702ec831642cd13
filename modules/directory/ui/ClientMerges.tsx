import {
  Act,
  ConfirmWithConsequence,
  PageLink,
  paths,
  Section,
  toast,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';
import type { ComponentProps } from 'react';
import { getClient, listClients, undoMerge } from '../contract.ts';
import type { ClientCard } from './ClientScreen.tsx';
import classes from './directory.module.css';

/** Whom this client turned out to be, or who turned out to be this client; either may be parted again. */
export function ClientMerges({ client }: { client: ClientCard }) {
  const t = useWords('directory');
  const can = client.can['merge'];
  if (client.mergedInto)
    return (
      <Section title={t('merge.isOther', { client: client.mergedInto.name })} note={t('merge.isOtherNote')}>
        <p className={classes.quote}>
          <PageLink to={paths.client({ clientId: client.mergedInto.id })}>{client.mergedInto.name}</PageLink>
        </p>
        <Undo clientId={client.id} name={client.name} can={can} />
      </Section>
    );
  if (client.merged.length === 0) return null;
  return (
    <Section title={t('merge.others')}>
      <ul className={classes.merged}>
        {client.merged.map((one) => (
          <li key={one.id}>
            <PageLink to={paths.client({ clientId: one.id })}>{one.name}</PageLink>
            <When value={one.mergedAt} />
            <Undo clientId={one.id} name={one.name} can={can} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Undo({
  clientId,
  name,
  can,
}: {
  clientId: string;
  name: string;
  can: ComponentProps<typeof Act>['can'];
}) {
  const t = useWords('directory');
  const verb = useVerb(undoMerge, {
    invalidates: [getClient, listClients],
    onDone: () => toast(t('merge.undone')),
  });
  return (
    <ConfirmWithConsequence
      title={t('merge.undoTitle', { client: name })}
      consequence={t('merge.undoConsequence')}
      confirm={t('merge.undo')}
      onConfirm={() => verb.mutateAsync({ params: { clientId }, body: {} })}
    >
      {(open) => (
        <Act can={can} variant="default" size="compact-sm" onClick={open}>
          {t('merge.undo')}
        </Act>
      )}
    </ConfirmWithConsequence>
  );
}
