import { PageLink, paths, useMay, useWords } from '@mosty/ui-kit';
import { Fragment } from 'react';
import type { AssetRow } from '../contract.ts';
import classes from './library.module.css';

/** Whoever made it with us is named beside it (S1.51), to our own people and to partners alike. */
export function Contributors({ asset }: { asset: Pick<AssetRow, 'contributors'> }) {
  const t = useWords('library');
  const opens = useMay('library.edit');
  if (asset.contributors.length === 0) return null;
  return (
    <p className={classes.soft}>
      {t('contributors.made')}:{' '}
      {asset.contributors.map(({ name, what, partnerId }, place) => (
        <Fragment key={`${name} ${what}`}>
          {place > 0 ? ', ' : null}
          {partnerId && opens ? <PageLink to={paths.partner({ partnerId })}>{name}</PageLink> : name}
          {what ? ` (${what})` : null}
        </Fragment>
      ))}
    </p>
  );
}
