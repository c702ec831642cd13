import { Button } from '@mantine/core';
import { hrefOf, looksAs, useVerb, useWords } from '@mosty/ui-kit';
import { listAssets, openAsset, readAsset, readAssetFile, type AssetRow } from '../contract.ts';

/** A file is saved, a link opens beside, and it is counted that it was opened. */
export function OpenMaterial({ asset }: { asset: AssetRow }) {
  const t = useWords('library');
  const counts = useVerb(openAsset, { invalidates: [listAssets, readAsset] });
  // Whoever looks with a partner's eyes changes nothing, and so is not counted.
  const count = () => {
    if (looksAs() === null) counts.mutate({ params: { assetId: asset.id } });
  };
  if (asset.form === 'file' && asset.file)
    return (
      <Button
        component="a"
        href={hrefOf(readAssetFile, { params: { assetId: asset.id } })}
        download={asset.file.name}
        variant="default"
        onClick={count}
      >
        {t('open.file', { size: sizeInWords(asset.file.sizeBytes) })}
      </Button>
    );
  if (asset.form === 'link' && asset.link)
    return (
      <Button
        component="a"
        href={asset.link}
        target="_blank"
        rel="noreferrer"
        variant="default"
        onClick={count}
      >
        {t('open.link')}
      </Button>
    );
  return null;
}

const KILOBYTE = 1024;

/** A size needs no more than its order: «340 KB», «12 MB». */
export function sizeInWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / KILOBYTE));
  return kilobytes < KILOBYTE ? `${kilobytes} KB` : `${Math.round(kilobytes / KILOBYTE)} MB`;
}
