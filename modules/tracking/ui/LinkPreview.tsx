import { useWords } from '@mosty/ui-kit';
import { addressOf } from '../contract/link-address.ts';
import classes from './tracking.module.css';

interface Props {
  readonly destination: string;
  readonly linkKey: string;
  /** Known once the link is made. */
  readonly medium?: string;
  readonly campaign: string;
  readonly content: string;
  readonly erid: string;
}

/** Where a visitor will land: the marks are put on by the same rule the redirect goes by. */
export function LinkPreview({ destination, linkKey, medium = '…', campaign, content, erid }: Props) {
  const t = useWords('tracking');
  const canRead = URL.canParse(destination.trim());
  return (
    <div>
      <span className={classes.label}>{t('links.leadsTo')}</span>
      <div className={classes.preview} aria-live="polite">
        {canRead
          ? addressOf({
              destination: destination.trim(),
              key: linkKey.trim() || '…',
              medium,
              campaign: campaign.trim() || null,
              content: content.trim() || null,
              erid: erid.trim() || null,
            })
          : t('links.previewNote')}
      </div>
    </div>
  );
}
