import { Act, ConfirmWithConsequence, toast, useVerb, useWords } from '@mosty/ui-kit';
import type { Operation } from '@mosty/kernel/operation';
import { useState, type ComponentProps } from 'react';
import { getClient, listClients, mergeClients } from '../contract.ts';
import { PickClient } from './PickClient.tsx';
import classes from './directory.module.css';

interface Props {
  readonly from: { readonly id: string; readonly name: string };
  /** Whom it resembles; left out: it is asked. */
  readonly into?: { readonly id: string; readonly name: string };
  readonly can: ComponentProps<typeof Act>['can'];
  /** What else on the page speaks of the client. */
  readonly invalidates?: readonly Operation[];
}

/** «Похоже, это один и тот же»: the client becomes the other one, and may be parted again. */
export function MergeClients({ from, into, can, invalidates = [] }: Props) {
  const t = useWords('directory');
  const [picked, setPicked] = useState<string | null>(null);
  const verb = useVerb(mergeClients, {
    invalidates: [getClient, listClients, ...invalidates],
    onDone: () => toast(t('merge.done')),
  });
  const intoId = into?.id ?? picked;
  return (
    <ConfirmWithConsequence
      title={into ? t('merge.title', { into: into.name }) : t('merge.titleAny')}
      consequence={
        <>
          <p className={classes.quote}>{t('merge.consequence', { from: from.name })}</p>
          {into ? null : (
            <PickClient label={t('merge.into')} required value={picked} onChange={setPicked} error={null} />
          )}
        </>
      }
      confirm={t('merge.confirm')}
      onConfirm={async () => {
        if (intoId === null) throw new Error(t('merge.needInto'));
        await verb.mutateAsync({ params: { clientId: from.id }, body: { intoId } });
      }}
    >
      {(open) => (
        <Act can={can} variant="default" size="compact-sm" onClick={open}>
          {t('merge.confirm')}
        </Act>
      )}
    </ConfirmWithConsequence>
  );
}
