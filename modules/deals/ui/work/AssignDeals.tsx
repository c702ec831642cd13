import { Button } from '@mantine/core';
import { RefusalNotice, toast, useVerb, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { assignDeals, listDealCards, readBoard, readDealCard } from '../../contract.ts';
import { OwnerSelect } from './OwnerSelect.tsx';
import classes from './work.module.css';

/** As many as one request takes. */
const DEALS_MAX = 200;

interface Props {
  readonly picked: ReadonlySet<string>;
  /** Deals of the list as it is shown now. */
  readonly shown: readonly string[];
  readonly onPick: (dealIds: ReadonlySet<string>) => void;
  readonly onClose: () => void;
}

/** Several deals go to one of our people at once: all of them or none. */
export function AssignDeals({ picked, shown, onPick, onClose }: Props) {
  const t = useWords('deals');
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const verb = useVerb(assignDeals, { invalidates: [listDealCards, readBoard, readDealCard] });
  const isAll = shown.length > 0 && shown.every((id) => picked.has(id));
  return (
    <div className={classes.assign} role="group" aria-label={t('work.owner.assign')}>
      <div className={classes.between}>
        <strong role="status">{t('work.owner.picked', { count: picked.size })}</strong>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onPick(new Set(isAll ? [] : shown.slice(0, DEALS_MAX)))}
        >
          {t(isAll ? 'work.owner.pickNone' : 'work.owner.pickShown')}
        </Button>
      </div>
      <OwnerSelect
        label={t('work.owner.to')}
        description={t('work.owner.toNote')}
        value={ownerId}
        onChange={setOwnerId}
      />
      {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
      <div className={classes.acts}>
        <Button
          loading={verb.isPending}
          disabled={picked.size === 0}
          onClick={() =>
            verb.mutate(
              { body: { dealIds: [...picked].slice(0, DEALS_MAX), ownerMemberId: ownerId } },
              {
                onSuccess: ({ changed }) => {
                  toast(t('work.owner.assigned', { count: changed }));
                  onClose();
                },
              },
            )
          }
        >
          {t('work.owner.give')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('work.owner.cancel')}
        </Button>
      </div>
    </div>
  );
}
