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
import classes from './tracking.module.css';

/** Everything one hands over with a link: the address, the QR code, the words the law wants beside it. */
export function LinkPanel({ linkId, onClose }: { linkId: string; onClose: () => void }) {
  const t = useWords('tracking');
  const read = useRead(getLink, { params: { linkId } });
  return (
    <SidePanel opened onClose={onClose} title={read.data?.title ?? read.data?.key ?? t('links.link')}>
      <Loaded read={read} skeleton={<LinesSkeleton lines={6} />}>
        {(link) => <Handed link={link} />}
      </Loaded>
    </SidePanel>
  );
}

function Handed({ link }: { link: LinkRow }) {
  const t = useWords('tracking');
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
        {t('links.came', { clicks: link.clicks, leads: link.leads, buyers: link.buyers })}
      </p>
      {link.archivedAt ? null : <Stop link={link} />}
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
  const mayWrite = useMay('link.write');
  const verb = useVerb(archiveLink, {
    invalidates: [listLinks, getLink],
    onDone: () => toast(t('links.stoppedToast')),
  });
  if (!mayWrite) return null;
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
