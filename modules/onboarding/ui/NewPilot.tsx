import { Select } from '@mantine/core';
import { Loaded, paths, SidePanel, useGo, useRead, useWords, type AnswerOf } from '@mosty/ui-kit';
import { useState } from 'react';
import { draftPilot, listLaunches } from '../contract.ts';
import { PilotForm } from './PilotForm.tsx';
import classes from './onboarding.module.css';

/** A pilot of somebody in launch; `chosen` may name whom. */
export function NewPilot({ chosen, onClose }: { chosen: string; onClose: () => void }) {
  const t = useWords('onboarding');
  const read = useRead(listLaunches, { query: { limit: 100 } });
  return (
    <SidePanel opened wide onClose={onClose} title={t('form.title')}>
      <Loaded read={read}>{({ items }) => <Begin items={items} chosen={chosen} onClose={onClose} />}</Loaded>
    </SidePanel>
  );
}

function Begin({
  items,
  chosen,
  onClose,
}: {
  items: AnswerOf<typeof listLaunches>['items'];
  chosen: string;
  onClose: () => void;
}) {
  const t = useWords('onboarding');
  const go = useGo();
  const [picked, pick] = useState<string | null>(chosen);
  const partner = items.find((row) => row.partner.id === picked)?.partner;
  if (items.length === 0) return <p className={classes.soft}>{t('form.nobody')}</p>;
  return (
    <>
      <Select
        label={t('form.partner')}
        searchable
        data={items.map((row) => ({ value: row.partner.id as string, label: row.partner.name }))}
        value={partner?.id ?? null}
        onChange={pick}
      />
      {partner ? (
        <PilotForm
          operation={draftPilot}
          params={{ partnerId: partner.id }}
          onClose={onClose}
          onSaved={({ id }) => go(paths.pilot({ pilotId: id }))}
        />
      ) : null}
    </>
  );
}
