import { Button } from '@mantine/core';
import {
  ConfirmWithConsequence,
  CopyText,
  hrefOf,
  Loaded,
  LinesSkeleton,
  PageLink,
  paths,
  SidePanel,
  toast,
  useMay,
  useRead,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import { archiveLink, getLink, linkQrPng, linkQrSvg, listLinks, type LinkRow } from '../contract.ts';
import { EditLink } from './EditLink.tsx';
import classes from './tracking.module.css';

/** Everything one hands over with a link: the address, the QR code, the words the law wants beside it. */
export function LinkPanel(props: {
  linkId: string;
  editing: boolean;
  onEdit: (editing: boolean) => void;
  onClose: () => void;
}) {
  const { linkId, editing, onEdit, onClose } = props;
  const t = useWords('tracking');
  const read = useRead(getLink, { params: { linkId } });
  return (
    <SidePanel opened onClose={onClose} title={read.data?.title ?? read.data?.key ?? t('links.link')}>
      <Loaded read={read} skeleton={<LinesSkeleton lines={6} />}>
        {(link) =>
          editing && link.archivedAt === null ? (
            <EditLink link={link} onClose={() => onEdit(false)} />
          ) : (
            <Handed link={link} onEdit={() => onEdit(true)} />
          )
        }
      </Loaded>
    </SidePanel>
  );
}

function Handed({ link, onEdit }: { link: LinkRow; onEdit: () => void }) {
  const t = useWords('tracking');
  const mayWrite = useMay('link.write');
  const params = { params: { linkId: link.id } };
  return (
    <div className={classes.stack}>
      <PageLink to={paths.partner({ partnerId: link.partnerId })}>{link.partnerName}</PageLink>
      <Labelled label={t('links.share')}>
        <CopyText text={link.url} label={t('links.copy')} />
      </Labelled>
      <Labelled label={t('links.leadsTo')}>
        <CopyText text={link.leadsTo} label={t('links.copy')} />
      </Labelled>
      {link.erid ? (
        <Labelled label="erid">
          <CopyText text={link.erid} label={t('links.copyErid')} />
        </Labelled>
      ) : null}
      {link.adLabel ? (
        <Labelled label={t('links.adLabel')}>
          <CopyText text={link.adLabel} label={t('links.copyLabel')} />
        </Labelled>
      ) : null}
      <img className={classes.qr} src={hrefOf(linkQrSvg, params)} alt={t('links.qrAlt', { url: link.url })} />
      <div className={classes.row}>
        <Button component="a" variant="default" href={hrefOf(linkQrSvg, params)} download>
          {t('links.qrSvg')}
        </Button>
        <Button component="a" variant="default" href={hrefOf(linkQrPng, params)} download>
          {t('links.qrPng')}
        </Button>
      </div>
      <p className={classes.faint}>
        {t('links.came', {
          clicks: link.clicks,
          leads: link.leads,
          buyers: link.buyers,
          sales: link.sales,
        })}
      </p>
      <PageLink to={paths.clicks({ link: link.id, days: '365' })}>{t('links.toClicks')}</PageLink>
      {link.archivedAt || !mayWrite ? null : (
        <div className={classes.row}>
          <Button variant="default" onClick={onEdit}>
            {t('links.edit')}
          </Button>
          <Stop link={link} />
        </div>
      )}
    </div>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <span className={classes.label}>{label}</span>
      {children}
    </div>
  );
}

function Stop({ link }: { link: LinkRow }) {
  const t = useWords('tracking');
  const verb = useVerb(archiveLink, {
    invalidates: [listLinks, getLink],
    onDone: () => toast(t('links.stoppedToast')),
  });
  return (
    <ConfirmWithConsequence
      title={t('links.stopTitle')}
      consequence={t('links.stopText')}
      confirm={t('codes.stop')}
      onConfirm={() => verb.mutateAsync({ params: { linkId: link.id } })}
    >
      {(ask) => (
        <Button variant="subtle" color="gray" onClick={ask}>
          {t('links.stop')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}
