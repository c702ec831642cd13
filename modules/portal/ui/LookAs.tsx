import { Button } from '@mantine/core';
import { getPartner } from '@mosty/directory/contract';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import { beginLook } from '@mosty/identity/contract';
import {
  lookAs,
  PageHeading,
  PageLink,
  paths,
  RefusalNotice,
  useFilters,
  useRead,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { useState } from 'react';
import classes from './look-as.module.css';

/** A colleague at the partner's door: with whose eyes to look. */
export default function LookAs() {
  const t = useWords('portal');
  const [{ partner: partnerId }] = useFilters(paths.lookAs);
  const [picked, setPicked] = useState<Picked | null>(null);
  const named = useRead(
    getPartner,
    { params: { partnerId: partnerId ?? '' } },
    { enabled: Boolean(partnerId) },
  );
  const whom = picked ?? named.data ?? null;
  const begin = useVerb(beginLook, {
    onDone: (begun) => {
      lookAs(begun.partnerId);
      // A whole new page: nothing that was read with one's own eyes stays in it.
      window.location.assign(paths.portal());
    },
  });
  return (
    <>
      <PageHeading title={t('look.title')} answer={t('look.text')} />
      <div className={classes.form}>
        <PickPartner label={t('look.partner')} value={whom} onChange={setPicked} key={named.data?.id} />
        <div className={classes.buttons}>
          <Button
            disabled={whom === null}
            loading={begin.isPending}
            onClick={() => whom && begin.mutate({ body: { partnerId: whom.id } })}
          >
            {t('look.begin')}
          </Button>
          <PageLink to={partnerId ? paths.partner({ partnerId }) : paths.partners()}>
            {t('look.back')}
          </PageLink>
        </div>
        <RefusalNotice refusal={begin.error} />
      </div>
    </>
  );
}
