import {
  Act,
  Badge,
  ConfirmWithConsequence,
  PageHeading,
  PageLink,
  paths,
  Sentence,
  toast,
  useFormat,
  useGo,
  useMay,
  useRead,
  useToday,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { Button } from '@mantine/core';
import { archivePartner, getPartner, restorePartner } from '@mosty/directory/contract';
import { Fragment, useState } from 'react';
import { getStanding, listPartners } from '../contract.ts';
import { EditPartner } from './EditPartner.tsx';
import type { PartnerCard } from './PartnerScreen.tsx';
import { useMembers } from './use-members.ts';
import { yearsTogether } from './years-together.ts';
import classes from './agreements.module.css';

const CHANGED = [getPartner, listPartners, getStanding];

export function PartnerHeading({ partner }: { partner: PartnerCard }) {
  const t = useWords('agreements');
  const looks = useMay('portal.look_as');
  const go = useGo();
  const [editing, setEditing] = useState(false);
  const archive = useVerb(archivePartner, { invalidates: CHANGED, onDone: () => toast(t('card.archived')) });
  const restore = useVerb(restorePartner, { invalidates: CHANGED, onDone: () => toast(t('card.restored')) });
  const params = { partnerId: partner.id };
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.partners()}>{t('nav.partners')}</PageLink>}
        title={partner.name}
        answer={partner.purpose ?? <span className={classes.soft}>{t('card.noPurpose')}</span>}
        actions={
          <>
            {looks ? (
              <Button variant="default" onClick={() => go(paths.lookAs({ partner: partner.id }))}>
                {t('card.lookAs')}
              </Button>
            ) : null}
            <Act variant="default" can={partner.can['write']} onClick={() => setEditing(true)}>
              {t('card.edit')}
            </Act>
            {partner.archivedAt ? (
              <Act
                variant="default"
                can={partner.can['restore']}
                loading={restore.isPending}
                onClick={() => restore.mutate({ params })}
              >
                {t('card.restore')}
              </Act>
            ) : (
              <ConfirmWithConsequence
                title={t('card.archiveTitle')}
                consequence={t('card.archiveText')}
                confirm={t('card.archive')}
                reason={t('card.archiveReason')}
                onConfirm={(reason) => archive.mutateAsync({ params, body: { reason } })}
              >
                {(ask) => (
                  <Act variant="subtle" color="gray" can={partner.can['archive']} onClick={ask}>
                    {t('card.archive')}
                  </Act>
                )}
              </ConfirmWithConsequence>
            )}
          </>
        }
      />
      <Standing partner={partner} />
      {editing ? <EditPartner partner={partner} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

/** Contact, partner or left; who keeps them; who introduced them; where else to look. */
function Standing({ partner }: { partner: PartnerCard }) {
  const t = useWords('agreements');
  const format = useFormat();
  const { nameOf } = useMembers();
  const today = useToday();
  const maySales = useMay('sale.read');
  const mayCodes = useMay('code.read');
  const mayClicks = useMay('click.read');
  const mayCheck = useMay('check.read');
  const read = useRead(getStanding, { params: { partnerId: partner.id } });
  const { standing, partnerSince } = read.data ?? {};
  const years = partnerSince ? yearsTogether(partnerSince, today) : 0;
  const owner = nameOf(partner.ownerMemberId);
  const link = ({ id, name }: { id: string; name: string }) => (
    <PageLink to={paths.partner({ partnerId: id })}>{name}</PageLink>
  );
  return (
    <div className={classes.standing}>
      {standing ? (
        <Badge tone={standing === 'partner' ? 'accent' : 'plain'}>{t(`standing.${standing}`)}</Badge>
      ) : null}
      {partner.archivedAt ? (
        <Badge tone="warn">{t('card.inArchive', { day: format.when(partner.archivedAt) })}</Badge>
      ) : null}
      {standing === 'partner' && partnerSince ? (
        <span className={classes.soft}>
          {t('card.since', { day: format.when(partnerSince) })}
          {years > 0 ? `, ${t('card.years', { count: years })}` : null}
        </span>
      ) : null}
      <span className={classes.soft}>{t(`track.${partner.track}`)}</span>
      <span className={classes.soft}>
        {owner ? t('card.ownerIs', { name: owner }) : partner.ownerMemberId ? null : t('card.ownerNobody')}
      </span>
      {partner.introducedBy ? (
        <span className={classes.soft}>
          <Sentence text={t('card.introducedBy')} parts={{ partner: link(partner.introducedBy) }} />
        </span>
      ) : null}
      {partner.introduced.length > 0 ? (
        <span className={classes.soft}>
          <Sentence
            text={t('card.introduced')}
            parts={{
              partners: partner.introduced.map((one, place) => (
                <Fragment key={one.id}>
                  {place > 0 ? ', ' : ''}
                  {link(one)}
                </Fragment>
              )),
            }}
          />
        </span>
      ) : null}
      {mayCheck ? <PageLink to={paths.check({ partnerId: partner.id })}>{t('card.check')}</PageLink> : null}
      {maySales ? <PageLink to={paths.deals({ partner: partner.id })}>{t('card.deals')}</PageLink> : null}
      {mayCodes ? <PageLink to={paths.codes({ partner: partner.id })}>{t('card.codes')}</PageLink> : null}
      {mayClicks ? <PageLink to={paths.clicks({ partner: partner.id })}>{t('card.clicks')}</PageLink> : null}
    </div>
  );
}
