import { Button } from '@mantine/core';
import {
  CopyText,
  hrefOf,
  LinesSkeleton,
  Loaded,
  PageLink,
  paths,
  SidePanel,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { getLink, linkQrPng, linkQrSvg, type LinkRow } from '../../contract.ts';
import classes from '../tracking.module.css';
import { adLabelOf } from './ad-label.ts';
import { ShareButton } from './ShareButton.tsx';

/** Everything one shares of a link: the address, the words beside it, the code to print. */
export function OwnLink({ linkId, onClose }: { linkId: string; onClose: () => void }) {
  const t = useWords('tracking');
  const read = useRead(getLink, { params: { linkId } });
  return (
    <SidePanel opened onClose={onClose} title={read.data?.title ?? read.data?.key ?? t('own.link')}>
      <Loaded read={read} skeleton={<LinesSkeleton lines={6} />}>
        {(link) => <Shared link={link} />}
      </Loaded>
    </SidePanel>
  );
}

function Shared({ link }: { link: LinkRow }) {
  const t = useWords('tracking');
  const label = adLabelOf(link, t('own.labelOf'));
  const params = { params: { linkId: link.id } };
  return (
    <div className={classes.stack}>
      <div>
        <span className={classes.label}>{t('own.address')}</span>
        <CopyText text={link.url} label={t('own.copyAddress')} />
      </div>
      {link.archivedAt ? null : <ShareButton url={link.url} text={label} />}
      {label === null ? (
        <div>
          <p className={classes.faint}>{t('own.noLabel')}</p>
          <PageLink to={paths.portalTalk({ new: '1' })}>{t('own.ask')}</PageLink>
        </div>
      ) : (
        <div>
          <span className={classes.label}>{t('own.label')}</span>
          <CopyText text={label} label={t('own.copyLabel')} />
        </div>
      )}
      <div>
        <span className={classes.label}>{t('own.qr')}</span>
        <img
          className={classes.qr}
          src={hrefOf(linkQrSvg, params)}
          alt={t('links.qrAlt', { url: link.url })}
        />
        <div className={classes.row}>
          <Button component="a" variant="default" href={hrefOf(linkQrPng, params)} download>
            {t('own.qrPng')}
          </Button>
          <Button component="a" variant="default" href={hrefOf(linkQrSvg, params)} download>
            {t('own.qrSvg')}
          </Button>
        </div>
      </div>
      <div>
        <span className={classes.label}>{t('own.came')}</span>
        {t('own.cameOf', { leads: link.leads, buyers: link.buyers, sales: link.sales })}
      </div>
      <div>
        <span className={classes.label}>{t('own.leadsTo')}</span>
        <span className={classes.faint}>{link.leadsTo}</span>
      </div>
    </div>
  );
}
