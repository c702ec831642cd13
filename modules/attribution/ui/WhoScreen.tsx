import { Button } from '@mantine/core';
import {
  Badge,
  DataTable,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Percent,
  Section,
  useFilters,
  useFormat,
  useMay,
  useParam,
  useRead,
  useToday,
  useWords,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { getWhoBrought } from '../contract.ts';
import { ClaimsOf } from './ClaimsOf.tsx';
import { Contest } from './Contest.tsx';
import { Moments } from './Moments.tsx';
import { useBecause, useReason } from './say-reason.ts';
import classes from './attribution.module.css';

export type WhoBrought = AnswerOf<typeof getWhoBrought>;
type Decision = WhoBrought['decision'];
type Party = Decision['participants'][number];

/** Who brought a sale: what every rule said, who lost and why, what led to it; contested here. */
export default function WhoScreen() {
  const t = useWords('attribution');
  const saleId = useParam('saleId');
  const [filters, set] = useFilters(paths.whoBrought);
  const read = useRead(getWhoBrought, { params: { saleId } });
  return (
    <Loaded read={read}>
      {(who) => (
        <>
          <PageHeading
            above={<PageLink to={paths.sale({ saleId })}>{t('who.toSale')}</PageLink>}
            title={t('who.title')}
            answer={<Answer decision={who.decision} earlier={who.earlier.length} />}
            actions={<ContestButton who={who} onAsk={() => set({ contest: '1' })} />}
          />
          <Credited decision={who.decision} />
          <Steps decision={who.decision} />
          <Lost decision={who.decision} />
          <Section title={t('who.timeline')}>
            <Moments timeline={who.decision.timeline} />
          </Section>
          <ClaimsOf claims={who.claims} title={t('who.claims')} />
          {filters.contest ? <Contest about={{ saleId }} onClose={() => set({ contest: '' })} /> : null}
        </>
      )}
    </Loaded>
  );
}

function Answer({ decision, earlier }: { decision: Decision; earlier: number }) {
  const t = useWords('attribution');
  const format = useFormat();
  const because = useBecause();
  return (
    <span>
      {t(`who.${decision.kind}`, { rule: t(`rule.${decision.rule ?? 'keeper'}`) })}{' '}
      {decision.decidedAt
        ? t('who.by', { when: format.when(decision.decidedAt), policy: decision.policyNumber })
        : null}{' '}
      {decision.reason ? t('who.again', { reason: because(decision.reason).replace(/\.$/, '') }) : null}{' '}
      {earlier > 0 ? t('who.earlier', { count: earlier }) : null}
    </span>
  );
}

function ContestButton({ who, onAsk }: { who: WhoBrought; onAsk: () => void }) {
  const t = useWords('attribution');
  const format = useFormat();
  const may = useMay('claim.open');
  const today = useToday();
  if (!may) return null;
  const day = format.when(who.contestableTo);
  if (today > who.contestableTo) return <span className={classes.note}>{t('who.tooLate', { day })}</span>;
  return (
    <Button variant="default" onClick={onAsk} title={t('who.till', { day })}>
      {t('who.contest')}
    </Button>
  );
}

function Credited({ decision }: { decision: Decision }) {
  const t = useWords('attribution');
  const say = useReason();
  if (decision.participants.length === 0) return null;
  const columns: readonly Column<Party>[] = [
    { id: 'who', title: t('rules.partner'), cell: (row) => <Who row={row} /> },
    {
      id: 'role',
      title: t('who.role'),
      cell: (row) => <Badge>{t(`role.${row.role}`)}</Badge>,
      narrow: 'line',
    },
    {
      id: 'share',
      title: t('who.share'),
      cell: (row) => <Percent ppm={row.sharePpm} />,
      align: 'right',
      narrow: 'value',
    },
    { id: 'why', title: t('who.why'), cell: (row) => say(row.reason), narrow: 'bare' },
  ];
  return (
    <Section title={t('who.participants')}>
      <DataTable
        label={t('who.participants')}
        columns={columns}
        rows={decision.participants}
        rowKey={(row) => `${row.partnerId} ${row.role} ${row.sharePpm}`}
      />
    </Section>
  );
}

export function Who({
  row,
}: {
  row: { readonly partnerId: string | null; readonly partnerName: string | null };
}) {
  const t = useWords('attribution');
  if (row.partnerId === null) return <>{t('who.another')}</>;
  return (
    <PageLink to={paths.partner({ partnerId: row.partnerId })} look="quiet">
      {row.partnerName ?? t('who.another')}
    </PageLink>
  );
}

const SAID_TONE = {
  decided: 'accent',
  refused: 'warn',
  gave_way: 'warn',
  too_late: 'faint',
  nothing: 'faint',
} as const;

/** What each rule said, in the order in which they are asked. */
export function Steps({ decision }: { decision: Decision }) {
  const t = useWords('attribution');
  const say = useReason();
  if (decision.steps.length === 0) return null;
  return (
    <Section title={t('who.steps')}>
      <ol className={classes.steps}>
        {decision.steps.map((step) => (
          <li key={step.rule}>
            <span className={classes.inline}>
              <b>{t(`rule.${step.rule}`)}</b>
              <Badge tone={SAID_TONE[step.said as keyof typeof SAID_TONE] ?? 'plain'}>
                {t(`said.${step.said}`)}
              </Badge>
            </span>
            <span className={classes.small}>{say(step.reason)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Lost({ decision }: { decision: Decision }) {
  const t = useWords('attribution');
  const say = useReason();
  const columns: readonly Column<Decision['lost'][number]>[] = [
    { id: 'who', title: t('rules.partner'), cell: (row) => <Who row={row} /> },
    { id: 'rule', title: t('claim.rule'), cell: (row) => t(`rule.${row.rule}`), narrow: 'line' },
    { id: 'why', title: t('who.lost'), cell: (row) => say(row.reason), narrow: 'bare' },
  ];
  return (
    <Section title={t('who.lost')}>
      {decision.lost.length === 0 ? (
        <p className={classes.note}>{t('who.nobodyLost')}</p>
      ) : (
        <DataTable
          label={t('who.lost')}
          columns={columns}
          rows={decision.lost}
          rowKey={(row) => `${row.partnerId} ${row.rule} ${row.reason.code}`}
        />
      )}
    </Section>
  );
}
