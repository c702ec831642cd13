import { Button, TagsInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Badge, FormShell, SidePanel, toast, useMay, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { readExpertise, setPartnerExpertise, type Expertise } from '../contract.ts';
import { ProductUseLine } from './ProductUseLine.tsx';
import { TeamExpertise } from './TeamExpertise.tsx';
import classes from './world.module.css';

/** What the partner lives by, who of us knows it (S1.21), and whether it uses the product (S1.43). */
export function PartnerWorld({ partnerId }: { partnerId: string }) {
  const t = useWords('directory');
  const maySeeUse = useMay('partner.timeline');
  const maySeeTeam = useMay('expertise.read');
  const [panel, setPanel] = useState<'world' | 'team' | null>(null);
  const { data } = useRead(readExpertise, { params: { partnerId } });
  if (!data) return null;
  const close = () => setPanel(null);
  return (
    <div className={classes.world}>
      <p className={classes.line}>
        <b>{t('world.title')}:</b>
        {data.tags.length === 0 ? <span className={classes.soft}>{t('world.none')}</span> : null}
        {data.tags.map((tag) => (
          <Badge key={tag} tone="faint">
            {tag}
          </Badge>
        ))}
        {data.can.write ? (
          <Button size="compact-xs" variant="subtle" onClick={() => setPanel('world')}>
            {t(data.tags.length > 0 ? 'world.edit' : 'world.write')}
          </Button>
        ) : null}
      </p>
      {data.tags.length > 0 ? (
        <p className={classes.line}>
          <span className={classes.soft}>{t(data.guides.length > 0 ? 'world.guides' : 'world.nobody')}</span>
          <Guides guides={data.guides} />
          {maySeeTeam ? (
            <Button size="compact-xs" variant="subtle" onClick={() => setPanel('team')}>
              {t('world.team')}
            </Button>
          ) : null}
        </p>
      ) : null}
      {maySeeUse ? <ProductUseLine partnerId={partnerId} /> : null}
      {panel === 'world' ? <WorldForm partnerId={partnerId} of={data} onClose={close} /> : null}
      {panel === 'team' ? <TeamExpertise onClose={close} /> : null}
    </div>
  );
}

function Guides({ guides }: Pick<Expertise, 'guides'>) {
  const t = useWords('directory');
  return guides.map(({ memberId, name, matches, isFace }) => (
    <span key={memberId}>
      {t('world.guide', { name, matches: matches.join(', ') })}
      {isFace ? <span className={classes.soft}> ({t('world.isFace')})</span> : null}
    </span>
  ));
}

function WorldForm({ partnerId, of, onClose }: { partnerId: string; of: Expertise; onClose: () => void }) {
  const t = useWords('directory');
  const verb = useVerb(setPartnerExpertise, { invalidates: [readExpertise] });
  const form = useForm({ initialValues: { tags: [...of.tags] } });
  return (
    <SidePanel opened onClose={onClose} title={t('world.title')}>
      <FormShell
        form={form}
        submit={t('world.save')}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
        onSubmit={async ({ tags }) => {
          await verb.mutateAsync({ params: { partnerId }, body: { tags } });
          toast(t('world.saved'));
          onClose();
        }}
      >
        <TagsInput
          label={t('world.tags')}
          description={t('world.tagsNote')}
          placeholder={t('world.add')}
          data={[...of.known]}
          maxTags={12}
          {...form.getInputProps('tags')}
        />
      </FormShell>
    </SidePanel>
  );
}
