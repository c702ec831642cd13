import { Button } from '@mantine/core';
import {
  Badge,
  DataTable,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  Sentence,
  toast,
  useFilters,
  useFormat,
  useMay,
  useParam,
  useRead,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';
import {
  confirmMaterials,
  countMaterials,
  listAssets,
  readAsset,
  readKits,
  setAssetState,
  type Asset,
} from '../contract.ts';
import { AssetForm } from './AssetForm.tsx';
import classes from './library.module.css';
import { CopyWords } from './CopyWords.tsx';
import { Contributors } from './Contributors.tsx';
import { OpenMaterial } from './OpenMaterial.tsx';
import { Versions } from './Versions.tsx';

const TOUCHES = [listAssets, countMaterials, readAsset, readKits];

/** One material: whether it still holds, who opened it, and what came after. */
export default function AssetScreen() {
  const read = useRead(readAsset, { params: { assetId: useParam('assetId') } });
  return <Loaded read={read}>{(asset) => <Shown asset={asset} />}</Loaded>;
}

function Shown({ asset }: { asset: Asset }) {
  const t = useWords('library');
  const words = useWords('agreements');
  const format = useFormat();
  const mayEdit = useMay('library.edit');
  const [filters, set] = useFilters(paths.asset);
  const isStale = asset.isStale && asset.state === 'published';
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.library()}>{t('nav.library')}</PageLink>}
        title={asset.title}
        answer={
          asset.used ? (
            <Sentence
              text={t(asset.used.opens > 0 ? 'asset.used' : 'asset.notUsed', {
                opens: asset.used.opens,
                partners: asset.used.partners,
                clients: asset.used.clientsAfter,
                own: asset.used.ownOpens,
              })}
              parts={{}}
            />
          ) : null
        }
        actions={mayEdit ? <Actions asset={asset} onEdit={() => set({ edit: '1' })} /> : null}
      />
      <div className={classes.stack}>
        <div className={classes.row}>
          <Badge>{t(`kind.${asset.kind}`)}</Badge>
          <Badge tone={asset.state === 'published' ? 'accent' : 'plain'}>{t(`state.${asset.state}`)}</Badge>
          {isStale ? <Badge tone="warn">{t('show.stale')}</Badge> : null}
          <span className={classes.soft}>
            {t('asset.confirmed', { day: format.when(asset.confirmedOn) })}
            {' · '}
            {asset.kinds.length > 0 ? asset.kinds.map((one) => words(`kind.${one}`)).join(', ') : t('forAll')}
          </span>
        </div>
        <Contributors asset={asset} />
        {asset.about ? <p className={classes.text}>{asset.about}</p> : null}
        {asset.body ? (
          <>
            <p className={classes.text}>{asset.body}</p>
            <CopyWords text={asset.body} />
          </>
        ) : (
          <div>
            <OpenMaterial asset={asset} />
          </div>
        )}
        {mayEdit ? <Readers asset={asset} /> : null}
        {mayEdit ? <Versions asset={asset} /> : null}
      </div>
      {filters.edit && mayEdit ? <AssetForm asset={asset} onClose={() => set({ edit: '' })} /> : null}
    </>
  );
}

function Actions({ asset, onEdit }: { asset: Asset; onEdit: () => void }) {
  const t = useWords('library');
  const confirms = useVerb(confirmMaterials, { invalidates: TOUCHES });
  const moves = useVerb(setAssetState, { invalidates: TOUCHES });
  const params = { assetId: asset.id };
  const confirm = async (): Promise<void> => {
    const { confirmed } = await confirms.mutateAsync({ body: { assetIds: [asset.id] } });
    toast(t('confirmed', { count: confirmed }));
  };
  const to = asset.state === 'published' ? 'archived' : 'published';
  const move = async (): Promise<void> => {
    const was = asset.state;
    await moves.mutateAsync({ params, body: { state: to } });
    toast(t(`moved.${to}`), () => moves.mutateAsync({ params, body: { state: was } }));
  };
  return (
    <>
      {asset.isStale && asset.state === 'published' ? (
        <Button loading={confirms.isPending} onClick={() => void confirm()}>
          {t('asset.confirm')}
        </Button>
      ) : null}
      <Button variant="default" onClick={onEdit}>
        {t('asset.edit')}
      </Button>
      <Button variant="default" loading={moves.isPending} onClick={() => void move()}>
        {t(`move.${to}`)}
      </Button>
    </>
  );
}

function Readers({ asset }: { asset: Asset }) {
  const t = useWords('library');
  if (asset.readers.length === 0) return <p className={classes.soft}>{t('asset.nobody')}</p>;
  return (
    <Section title={t('asset.readers')} note={t('assets.noCause')}>
      <DataTable
        label={t('asset.readers')}
        rows={asset.readers}
        rowKey={(row) => row.partnerId}
        rowTo={(row) => paths.partner({ partnerId: row.partnerId })}
        columns={[
          { id: 'name', title: t('asset.partner'), cell: (row) => row.name, narrow: 'title' },
          {
            id: 'opens',
            title: t('assets.opens'),
            align: 'right',
            cell: (row) => row.opens,
            narrow: 'value',
          },
          { id: 'last', title: t('asset.last'), cell: (row) => <When value={row.lastOn} />, narrow: 'line' },
        ]}
      />
    </Section>
  );
}
