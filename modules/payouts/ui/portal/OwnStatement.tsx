import { Button } from '@mantine/core';
import {
  Answer,
  DataTable,
  Figures,
  hrefOf,
  Loaded,
  Money,
  PageLink,
  paths,
  SidePanel,
  toast,
  useFormat,
  useLanguage,
  useRead,
  useRows,
  useVerb,
  useWords,
  type Column,
} from '@mosty/ui-kit';
import {
  acceptStatementOperation,
  getStatement,
  listStatementLines,
  listStatements,
  objectToStatementOperation,
  statementFile,
  type StatementLine,
  type StatementShown,
} from '../../contract.ts';
import classes from '../payouts.module.css';
import { Step } from '../Step.tsx';

/** A month as the partner reads it: its sums, what it is made of, a yes or an objection, the file. */
export function OwnStatement({ statementId, onClose }: { statementId: string; onClose: () => void }) {
  const t = useWords('payouts');
  const format = useFormat();
  const read = useRead(getStatement, { params: { statementId } });
  const title = read.data
    ? t('own.docs.of', { month: format.when(read.data.month, 'month') })
    : t('own.docs.month');
  return (
    <SidePanel opened onClose={onClose} title={title}>
      <Loaded read={read}>{(statement) => <Shown statement={statement} />}</Loaded>
    </SidePanel>
  );
}

function Shown({ statement }: { statement: StatementShown }) {
  const t = useWords('payouts');
  const format = useFormat();
  const language = useLanguage();
  const changed = [getStatement, listStatements];
  const accept = useVerb(acceptStatementOperation, {
    invalidates: changed,
    onDone: () => toast(t('own.docs.accepted')),
  });
  const object = useVerb(objectToStatementOperation, {
    invalidates: changed,
    onDone: () => toast(t('own.docs.objected')),
  });
  const params = { statementId: statement.id };
  return (
    <>
      {statement.state === 'sent' && statement.answerBy ? (
        <p>{t('own.docs.silence', { day: format.when(statement.answerBy) })}</p>
      ) : null}
      {statement.objection ? (
        <Answer tone="warn">{t('own.docs.yours', { words: statement.objection })}</Answer>
      ) : null}
      {statement.resolution ? (
        <Answer
          note={
            statement.correctionId ? (
              <PageLink to={paths.portalAccrual({ accrualId: statement.correctionId })}>
                {t('own.docs.correction')}
              </PageLink>
            ) : undefined
          }
        >
          {t('own.docs.ours', { words: statement.resolution })}
        </Answer>
      ) : null}
      <div className={classes.steps}>
        <Step
          can={statement.can['accept']}
          title={t('own.docs.accept')}
          text={t('own.docs.acceptText')}
          act={() => accept.mutateAsync({ params })}
        />
        <Step
          can={statement.can['object']}
          title={t('own.docs.object')}
          text={t('own.docs.objectText')}
          reason={t('own.docs.objectWords')}
          act={(words) => object.mutateAsync({ params, body: { words } })}
        />
      </div>
      <Totals statement={statement} />
      <div className={classes.steps}>
        {(['pdf', 'xlsx'] as const).map((kind) => (
          <Button
            key={kind}
            component="a"
            variant="default"
            href={hrefOf(statementFile, { params, query: { format: kind, language } })}
            download
          >
            {t('own.docs.download', { format: t(`format.${kind}`) })}
          </Button>
        ))}
      </div>
      <Lines statement={statement} />
    </>
  );
}

function Totals({ statement }: { statement: StatementShown }) {
  const t = useWords('payouts');
  const figures = [
    ['opening', statement.openingMinor],
    ['accrued', statement.accruedMinor],
    ['clawedBack', statement.clawedBackMinor],
    ['corrected', statement.correctedMinor],
    ['writtenOff', statement.writtenOffMinor],
    ['waived', statement.waivedMinor],
    ['paid', statement.paidMinor],
    ['closing', statement.closingMinor],
  ] as const;
  return (
    <Figures
      label={t('statement.totals')}
      items={figures
        .filter(([name, minor]) => minor !== 0 || name === 'accrued' || name === 'closing')
        .map(([name, minor]) => ({
          label: t(`statement.${name}`),
          value: <Money minor={minor} currency={statement.currency} tone={minor < 0 ? 'warn' : 'plain'} />,
        }))}
    />
  );
}

function Lines({ statement }: { statement: StatementShown }) {
  const t = useWords('payouts');
  const format = useFormat();
  const rows = useRows(listStatementLines, { params: { statementId: statement.id } });
  const columns: readonly Column<StatementLine>[] = [
    {
      id: 'whom',
      title: t('statement.whom'),
      cell: (row) => row.clientName ?? row.saleNumber ?? t(`accrualKind.${row.kind}`),
      narrow: 'title',
    },
    {
      id: 'amount',
      title: t('statement.amount'),
      cell: (row) => (
        <Money
          minor={row.amountMinor}
          currency={row.currency}
          tone={row.amountMinor < 0 ? 'warn' : 'plain'}
        />
      ),
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'rule',
      title: t('statement.rule'),
      cell: (row) =>
        [row.schemeName, format.when(row.effectiveAt), row.isLate ? t('statement.late') : null]
          .filter(Boolean)
          .join(' · '),
      narrow: 'bare',
    },
  ];
  return (
    <DataTable
      label={t('own.docs.lines')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.accrualId}
      rowTo={(row) => paths.portalAccrual({ accrualId: row.accrualId })}
    />
  );
}
