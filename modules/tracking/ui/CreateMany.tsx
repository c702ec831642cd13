import { Button, Checkbox, NumberInput, Radio, TextInput } from '@mantine/core';
import { listPartners } from '@mosty/agreements/contract';
import { RefusalNotice, SidePanel, toast, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { createCodes, createLinks, listCodes, listLinks } from '../contract.ts';
import { Made, type MadeRow } from './Made.tsx';
import classes from './tracking.module.css';

/** Parts per million in a percent. */
const PPM = 10_000;

/** One for each partner, after a look at what it will be. */
export function CreateMany({ onClose }: { onClose: () => void }) {
  const t = useWords('tracking');
  const [what, setWhat] = useState<'links' | 'codes'>('links');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [destination, setDestination] = useState('');
  const [content, setContent] = useState('');
  const [percent, setPercent] = useState<number | string>('');
  const [suffix, setSuffix] = useState('');
  const [made, setMade] = useState<readonly MadeRow[] | null>(null);
  const partners = useRead(listPartners, { query: { standing: 'partner', limit: 100 } });
  const links = useVerb(createLinks, { invalidates: [listLinks] });
  const codes = useVerb(createCodes, { invalidates: [listCodes] });
  const rows = (partners.data?.items ?? []).flatMap(({ name, agreements }) =>
    agreements.map(({ id, kind }) => ({
      id: id as string,
      label: `${name} · ${t(`agreements:kind.${kind}`)}`,
    })),
  );
  const isReady = chosen.length > 0 && (what === 'codes' || URL.canParse(destination.trim()));
  const refusal = what === 'links' ? links.error : codes.error;

  async function make(preview: boolean): Promise<void> {
    const agreementIds = [...chosen];
    const items =
      what === 'links'
        ? (
            await links.mutateAsync({
              body: {
                agreementIds,
                destination: destination.trim(),
                ...(content.trim() ? { content: content.trim() } : {}),
                preview,
              },
            })
          ).items.map((one) => ({ ...one, text: one.link?.url ?? null }))
        : (
            await codes.mutateAsync({
              body: {
                agreementIds,
                kind: percent === '' ? 'referral' : 'promo',
                discountPpm: percent === '' ? 0 : Math.round(Number(percent) * PPM),
                suffix: suffix.trim(),
                preview,
              },
            })
          ).items.map((one) => ({ ...one, text: one.code }));
    if (preview) return setMade(items);
    toast(t('many.done', { count: items.filter((one) => one.text !== null).length }));
    onClose();
  }

  return (
    <SidePanel opened onClose={onClose} title={t('many.title')}>
      <div className={classes.stack}>
        <Radio.Group
          label={t('many.what')}
          value={what}
          onChange={(value) => {
            setWhat(value === 'codes' ? 'codes' : 'links');
            setMade(null);
          }}
        >
          <div className={classes.row}>
            <Radio value="links" label={t('many.links')} />
            <Radio value="codes" label={t('many.codes')} />
          </div>
        </Radio.Group>
        {what === 'links' ? (
          <>
            <TextInput
              label={t('links.destination')}
              value={destination}
              inputMode="url"
              onChange={(event) => setDestination(event.currentTarget.value)}
            />
            <TextInput
              label={t('links.content')}
              description={t('links.contentNote')}
              value={content}
              onChange={(event) => setContent(event.currentTarget.value)}
            />
          </>
        ) : (
          <>
            <NumberInput
              label={t('form.percent')}
              description={t('many.percentNote')}
              min={0}
              max={100}
              hideControls
              value={percent}
              onChange={setPercent}
            />
            <TextInput
              label={t('many.suffix')}
              description={t('many.suffixNote')}
              value={suffix}
              onChange={(event) => setSuffix(event.currentTarget.value)}
            />
          </>
        )}
        <Checkbox.Group
          label={t('many.whom')}
          description={rows.length === 0 ? t('form.noAgreement') : undefined}
          value={[...chosen]}
          onChange={(value) => {
            setChosen(value);
            setMade(null);
          }}
        >
          <div className={classes.choice}>
            {rows.map((row) => (
              <Checkbox key={row.id} value={row.id} label={row.label} />
            ))}
          </div>
        </Checkbox.Group>
        {rows.length > 1 ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setChosen(rows.map((row) => row.id))}>
            {t('many.all')}
          </Button>
        ) : null}
        {made ? <Made rows={made} labels={rows} /> : null}
        {refusal ? <RefusalNotice refusal={refusal} /> : null}
        <div className={classes.row}>
          <Button variant={made ? 'default' : 'filled'} disabled={!isReady} onClick={() => void make(true)}>
            {t('many.preview')}
          </Button>
          {made ? (
            <Button onClick={() => void make(false)}>
              {t('many.make', { count: made.filter((one) => one.text !== null).length })}
            </Button>
          ) : null}
        </div>
      </div>
    </SidePanel>
  );
}
