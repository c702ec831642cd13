import { Button, Title } from '@mantine/core';
import { getPartner } from '@mosty/directory/contract';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import { beginLook } from '@mosty/identity/contract';
import {
  ApiRefusal,
  lookAs,
  PageLink,
  paths,
  RefusalNotice,
  useFilters,
  useMay,
  useRead,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { useEffect, useState } from 'react';
import classes from './look-as.module.css';

const NOT_PERMITTED = new ApiRefusal({ kind: 'not_permitted', code: 'kit.not_permitted', status: 403 });

/** A colleague at the partner's door: with whose eyes to look. */
export function LookAs() {
  const t = useWords('portal');
  const may = useMay('portal.look_as');
  const [{ as }] = useFilters(paths.portal);
  const [picked, setPicked] = useState<Picked | null>(null);
  const named = useRead(getPartner, { params: { partnerId: as ?? '' } }, { enabled: may && Boolean(as) });
  const whom = picked ?? named.data ?? null;
  const begin = useVerb(beginLook, {
    onDone: ({ partnerId }) => {
      lookAs(partnerId);
      // A whole new page: nothing that was read with one's own eyes stays in it.
      window.location.assign(paths.portal());
    },
  });
  useEffect(() => {
    document.title = `${t('look.title')} · Mosty`;
  }, [t]);
  if (!may) return <RefusalNotice refusal={NOT_PERMITTED} />;
  return (
    <>
      <Title order={1}>{t('look.title')}</Title>
      <p className={classes.lead}>{t('look.text')}</p>
      <PickPartner label={t('look.partner')} value={whom} onChange={setPicked} key={named.data?.id} />
      <div className={classes.buttons}>
        <Button
          disabled={whom === null}
          loading={begin.isPending}
          onClick={() => whom && begin.mutate({ body: { partnerId: whom.id } })}
        >
          {t('look.begin')}
        </Button>
        <PageLink to={as ? paths.partner({ partnerId: as }) : paths.partners()}>{t('look.back')}</PageLink>
      </div>
      <RefusalNotice refusal={begin.error} />
    </>
  );
}
