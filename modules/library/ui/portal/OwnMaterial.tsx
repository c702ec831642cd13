import { Button } from '@mantine/core';
import { Loaded, looksAs, SidePanel, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { useEffect } from 'react';
import { openAsset, readAsset, type AssetRow } from '../../contract.ts';
import classes from '../library.module.css';
import { Contributors } from '../Contributors.tsx';
import { CopyWords } from '../CopyWords.tsx';
import { OpenMaterial } from '../OpenMaterial.tsx';

export function OwnMaterial({ asset, onOpen }: { asset: AssetRow; onOpen: () => void }) {
  const t = useWords('library');
  return (
    <article className={classes.card}>
      <h3 className={classes.name}>{asset.title}</h3>
      <span className={classes.soft}>{t(`kind.${asset.kind}`)}</span>
      {asset.about ? <p className={classes.text}>{asset.about}</p> : null}
      <Contributors asset={asset} />
      <div>
        {asset.form === 'text' ? (
          <Button variant="default" onClick={onOpen}>
            {t('open.text')}
          </Button>
        ) : (
          <OpenMaterial asset={asset} />
        )}
      </div>
    </article>
  );
}

/** The words of a material, to be read and copied. */
export function OpenedText({ assetId, onClose }: { assetId: string; onClose: () => void }) {
  const t = useWords('library');
  const read = useRead(readAsset, { params: { assetId } });
  const { mutate } = useVerb(openAsset);
  useEffect(() => {
    // Whoever looks with a partner's eyes changes nothing, and so is not counted.
    if (looksAs() === null) mutate({ params: { assetId } });
  }, [assetId, mutate]);
  return (
    <SidePanel opened onClose={onClose} title={read.data?.title ?? t('own.title')}>
      <Loaded read={read}>
        {(asset) => (
          <div className={classes.stack}>
            {asset.about ? <p className={classes.soft}>{asset.about}</p> : null}
            {asset.body ? (
              <>
                <p className={classes.text}>{asset.body}</p>
                <CopyWords text={asset.body} />
              </>
            ) : (
              <OpenMaterial asset={asset} />
            )}
          </div>
        )}
      </Loaded>
    </SidePanel>
  );
}
