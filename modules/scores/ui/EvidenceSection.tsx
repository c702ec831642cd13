import { Button } from '@mantine/core';
import {
  Badge,
  LinesSkeleton,
  Loaded,
  Section,
  SidePanel,
  useFilters,
  useFormat,
  useMay,
  useRead,
  useWords,
  paths,
} from '@mosty/ui-kit';
import { listScoreEvidence, type ScoreEvidence } from '../contract.ts';
import { AddEvidence, VerifyEvidence } from './EvidenceForms.tsx';
import classes from './scores.module.css';

/** What was shown since the check; another person says whether it is so. */
export function EvidenceSection({ partnerId, mayAdd }: { partnerId: string; mayAdd: boolean }) {
  const t = useWords('scores');
  const may = useMay('score_evidence.read');
  const [filters, set] = useFilters(paths.partnerScores);
  const read = useRead(
    listScoreEvidence,
    { params: { partnerId: partnerId as never } },
    { keep: false, enabled: may },
  );
  if (!may) return null;
  const close = () => set({ act: '' });
  return (
    <Section
      title={t('evidence.title')}
      note={t('evidence.note')}
      actions={mayAdd ? <Button onClick={() => set({ act: 'add' })}>{t('evidence.add')}</Button> : null}
    >
      <Loaded read={read} skeleton={<LinesSkeleton lines={2} />}>
        {({ items }) => {
          const judged = items.find((one) => one.id === filters.act && one.can.verify);
          return (
            <>
              {items.length === 0 ? <p className={classes.soft}>{t('evidence.empty')}</p> : null}
              <ul className={classes.shown}>
                {items.map((one) => (
                  <Shown key={one.id} one={one} onVerify={() => set({ act: one.id })} />
                ))}
              </ul>
              {judged ? (
                <SidePanel opened onClose={close} title={t('evidence.verify')}>
                  <VerifyEvidence one={judged} onDone={close} />
                </SidePanel>
              ) : null}
            </>
          );
        }}
      </Loaded>
      {filters.act === 'add' && mayAdd ? (
        <SidePanel opened onClose={close} title={t('evidence.add')}>
          <AddEvidence partnerId={partnerId} onDone={close} />
        </SidePanel>
      ) : null}
    </Section>
  );
}

function Shown({ one, onVerify }: { one: ScoreEvidence; onVerify: () => void }) {
  const t = useWords('scores');
  const format = useFormat();
  return (
    <li>
      <div>
        <strong>{t(`evidence.kinds.${one.kind}`)}</strong>{' '}
        <span className={classes.soft}>{format.when(one.seenOn)}</span>
        <p>{one.says}</p>
        <p className={classes.soft}>
          {t('evidence.by', { source: one.source, name: one.addedBy })}
          {one.how ? ` · ${one.verdictBy ?? ''}: ${one.how}` : null}
        </p>
      </div>
      {one.can.verify ? (
        <Button size="compact-sm" variant="light" onClick={onVerify}>
          {t('evidence.verify')}
        </Button>
      ) : (
        <Badge tone={one.verdict === 'verified' ? 'accent' : one.verdict === 'refuted' ? 'risk' : 'warn'}>
          {t(`evidence.${one.verdict ?? 'waits'}`)}
        </Badge>
      )}
    </li>
  );
}
