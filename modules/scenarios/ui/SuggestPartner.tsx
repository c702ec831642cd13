import { Button, Select } from '@mantine/core';
import { listAgreements } from '@mosty/agreements/contract';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import {
  LinesSkeleton,
  Loaded,
  PageLink,
  paths,
  RefusalNotice,
  SidePanel,
  toast,
  useRead,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { useState } from 'react';
import {
  coverSeat,
  listScenarios,
  readScenario,
  suggestPartners,
  type Scenario,
  type Seat,
  type Suggestion,
} from '../contract.ts';
import classes from './scenarios.module.css';

interface Props {
  readonly scenario: Scenario;
  readonly seat: Seat;
  readonly onClose: () => void;
}

/** Partners who could take the seat, each with why; or anybody else by name. */
export function SuggestPartner({ scenario, seat, onClose }: Props) {
  const t = useWords('scenarios');
  const params = { scenarioId: scenario.id, position: seat.position };
  const read = useRead(suggestPartners, { params });
  const verb = useVerb(coverSeat, { invalidates: [readScenario, listScenarios] });
  const choose = async (agreementId: string, partner: string) => {
    await verb.mutateAsync({ params, body: { agreementId: agreementId as Suggestion['agreementId'] } });
    toast(t('page.covered', { partner }));
    onClose();
  };
  return (
    <SidePanel opened onClose={onClose} title={t('suggestion.title', { role: t(`role.${seat.role}`) })}>
      <Loaded read={read} skeleton={<LinesSkeleton />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.soft}>{t('suggestion.none')}</p>
          ) : (
            items.map((one) => (
              <Candidate
                key={one.agreementId}
                one={one}
                busy={verb.isPending}
                onChoose={() => void choose(one.agreementId, one.partner.name)}
              />
            ))
          )
        }
      </Loaded>
      <Another busy={verb.isPending} onChoose={choose} />
      {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
    </SidePanel>
  );
}

function Candidate({ one, busy, onChoose }: { one: Suggestion; busy: boolean; onChoose: () => void }) {
  const t = useWords('scenarios');
  return (
    <div className={classes.candidate}>
      <PageLink to={paths.partner({ partnerId: one.partner.id })}>{one.partner.name}</PageLink>
      <p className={classes.fits}>
        {one.fits.map(({ code, count }) => t(`fit.${code}`, { count })).join(' · ')}
      </p>
      <Button size="compact-sm" variant="default" loading={busy} onClick={onChoose}>
        {t('suggestion.choose')}
      </Button>
    </div>
  );
}

function Another({
  busy,
  onChoose,
}: {
  busy: boolean;
  onChoose: (agreementId: string, partner: string) => Promise<void>;
}) {
  const t = useWords('scenarios');
  const agreementWords = useWords('agreements');
  const [picked, setPicked] = useState<Picked | null>(null);
  const [agreementId, setAgreementId] = useState<string | null>(null);
  const found = useRead(
    listAgreements,
    { params: { partnerId: picked?.id ?? '' } },
    { enabled: picked !== null },
  );
  const open = (picked ? (found.data?.items ?? []) : []).filter((agreement) => agreement.state !== 'ended');
  const chosen = agreementId ?? (open.length === 1 ? (open[0]?.id ?? null) : null);
  return (
    <div className={classes.another}>
      <PickPartner
        label={t('suggestion.other')}
        value={picked}
        onChange={(partner) => {
          setPicked(partner);
          setAgreementId(null);
        }}
      />
      {picked && found.data && open.length === 0 ? (
        <p className={classes.gap}>{t('suggestion.noAgreement')}</p>
      ) : null}
      {open.length > 1 ? (
        <Select
          mt="sm"
          label={t('suggestion.which')}
          data={open.map((agreement) => ({
            value: agreement.id as string,
            label: [agreementWords(`kind.${agreement.kind}`), agreement.number].filter(Boolean).join(' · '),
          }))}
          value={chosen}
          onChange={setAgreementId}
        />
      ) : null}
      {picked && chosen ? (
        <Button mt="sm" loading={busy} onClick={() => void onChoose(chosen, picked.name)}>
          {t('suggestion.choose')}
        </Button>
      ) : null}
    </div>
  );
}
