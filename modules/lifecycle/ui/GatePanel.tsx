import { getPartner } from '@mosty/directory/contract';
import { LinesSkeleton, Loaded, SidePanel, useEveryWord, useRead } from '@mosty/ui-kit';
import { Suspense, useState } from 'react';
import { readPartnerStage } from '../contract.ts';
import { GateForm } from './GateForm.tsx';
import classes from './lifecycle.module.css';

interface Props {
  readonly partnerId: string;
  /** The stage a card was dropped on; empty: the way on. */
  readonly to: string;
  readonly onClose: () => void;
}

/** The gates ahead of one partner: what is met, what is missing, who can supply it and where; and the passage itself. */
export function GatePanel(props: Props) {
  return (
    <Suspense fallback={null}>
      <Gates {...props} />
    </Suspense>
  );
}

function Gates({ partnerId, to, onClose }: Props) {
  // Findings are told in the words of the modules that find.
  const t = useEveryWord('lifecycle');
  const params = { partnerId: partnerId as never };
  const partner = useRead(getPartner, { params });
  const read = useRead(readPartnerStage, { params }, { keep: false });
  const [chosen, setChosen] = useState(to);
  return (
    <SidePanel opened onClose={onClose} title={t('gate.title', { name: partner.data?.name ?? '' })}>
      <Loaded read={read} skeleton={<LinesSkeleton />}>
        {({ standing, gates, limit }) => {
          if (!standing) return <p className={classes.soft}>{t('stage.outsideText')}</p>;
          const gate = gates.find((one) => one.to === chosen) ?? (to === '' ? gates[0] : undefined);
          return (
            <>
              <p className={classes.soft}>
                {t('gate.now', { stage: t(`stage.${standing.stage}`) })} {t('days', { count: standing.days })}
              </p>
              {to !== '' && !gate ? (
                <p className={classes.warning}>{t('gate.noWay', { stage: t(`stage.${to}`) })}</p>
              ) : null}
              <div className={classes.choices} role="group" aria-label={t('gate.where')}>
                {gates.map((one) => (
                  <button
                    key={one.to}
                    type="button"
                    className={classes.choice}
                    aria-pressed={one.to === gate?.to}
                    onClick={() => setChosen(one.to)}
                  >
                    {t(`stage.${one.to}`)}
                  </button>
                ))}
              </div>
              {gate?.to === 'working' && limit?.because.includes('pilot') ? (
                <p className={classes.soft}>{t('limits.endsHere')}</p>
              ) : null}
              {gate ? (
                <GateForm
                  key={gate.to}
                  partnerId={partnerId}
                  partnerName={partner.data?.name ?? ''}
                  gate={gate}
                  onDone={onClose}
                />
              ) : gates.length === 0 ? (
                <p className={classes.soft}>{t('gate.nowhere')}</p>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </SidePanel>
  );
}
