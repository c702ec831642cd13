import { Anchor } from '@mantine/core';
import { hrefOf, Section, useMay, useWords, When } from '@mosty/ui-kit';
import { readVersionFile, type Asset } from '../contract.ts';
import classes from './library.module.css';

/** What the material was before: every version stays, and opens as it was. */
export function Versions({ asset }: { asset: Asset }) {
  const t = useWords('library');
  const mayOpen = useMay('library.edit');
  if (asset.versions.length === 0) return null;
  return (
    <Section title={t('asset.versions')} note={t('asset.versionsNote')}>
      <ul className={classes.items}>
        {asset.versions.map((version) => (
          <li key={version.version} className={classes.item}>
            <span>
              {t('asset.version', {
                number: version.version,
                name: version.name ?? t(`made.${version.form}`),
              })}{' '}
              {version.version === asset.version ? (
                <span className={classes.soft}>{t('asset.now')}</span>
              ) : null}
              {mayOpen ? <Opened asset={asset} version={version} /> : null}
            </span>
            <span className={classes.soft}>
              <When value={version.madeAt} /> {version.madeBy}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Opened({ asset, version }: { asset: Asset; version: Asset['versions'][number] }) {
  const t = useWords('library');
  if (version.body !== null)
    return (
      <details className={classes.answer}>
        <summary className={classes.question}>{t('asset.readVersion')}</summary>
        <p className={classes.text}>{version.body}</p>
      </details>
    );
  if (version.link !== null)
    return (
      <Anchor href={version.link} target="_blank" rel="noreferrer">
        {t('open.link')}
      </Anchor>
    );
  return (
    <Anchor
      href={hrefOf(readVersionFile, { params: { assetId: asset.id, version: version.version } })}
      download={version.name ?? true}
    >
      {t('asset.getVersion')}
    </Anchor>
  );
}
