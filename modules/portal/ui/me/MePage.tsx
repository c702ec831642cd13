import { Button } from '@mantine/core';
import { getPartner, listRequisites, type Requisites } from '@mosty/directory/contract';
import {
  hrefOf,
  PageHeading,
  PageLink,
  paths,
  Section,
  useFormat,
  useMay,
  useMe,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { exportOwnData } from '../../contract.ts';
import classes from './me.module.css';
import { OwnPeople } from './OwnPeople.tsx';
import { OwnRequisites } from './OwnRequisites.tsx';

/** Where the money goes, who works here, how one signs in, and everything of one's own to take along. */
export default function MePage() {
  const { member, looking } = useMe();
  const answersForPartner = useMay('requisites.read');
  const mayExport = useMay('portal.export_own');
  const t = useWords('portal');
  if (member.partnerId === null) return null;
  return (
    <>
      {answersForPartner ? (
        <Kept partnerId={member.partnerId} />
      ) : (
        <PageHeading title={t('nav.ownMe')} answer={t('me.staff')} />
      )}
      <Section title={t('me.safety.title')}>
        <p className={classes.said}>{t('me.safety.text')}</p>
        <PageLink to={paths.portalSignIn()}>{t('me.safety.open')}</PageLink>
      </Section>
      {mayExport && looking === null ? (
        <Section title={t('me.export.title')}>
          <p className={classes.said}>{t('me.export.text')}</p>
          <Button component="a" variant="default" href={hrefOf(exportOwnData)} download>
            {t('me.export.download')}
          </Button>
        </Section>
      ) : null}
    </>
  );
}

/** For whoever answers for the partner: employees see neither requisites nor each other. */
function Kept({ partnerId }: { partnerId: string }) {
  const t = useWords('portal');
  const answer = useAnswer();
  const partner = useRead(getPartner, { params: { partnerId } });
  const requisites = useRead(listRequisites, { params: { partnerId } });
  return (
    <>
      <PageHeading title={t('me.title')} answer={requisites.data ? answer(requisites.data.items[0]) : null} />
      <OwnRequisites partner={partner.data} read={requisites} />
      <OwnPeople />
    </>
  );
}

function useAnswer() {
  const t = useWords('portal');
  const format = useFormat();
  const [now] = useState(() => new Date().toISOString());
  return (newest: Requisites | undefined): string => {
    if (!newest) return t('me.missing');
    if (newest.frozenUntil !== null && newest.frozenUntil > now)
      return t('me.frozen', { day: format.when(newest.frozenUntil, 'time') });
    if (newest.verdict === 'rejected') return t('me.rejected');
    return t(newest.verdict === null ? 'me.waiting' : 'me.ready');
  };
}
