import { Button, Menu } from '@mantine/core';
import {
  acceptStatementOperation,
  getStatement,
  listStatementLines,
  listStatements,
  objectToStatementOperation,
  statementFile,
  type StatementLine,
  type StatementShown,
} from '../contract.ts';
import {
  Answer,
  Badge,
  DataTable,
  Figures,
  formatWhen,
  hrefOf,
  Loaded,
  Money,
  PageHeading,
  PageLink,
  paths,
  Percent,
  Section,
  useLanguage,
  useMe,
  useParam,
  useRead,
  useRows,
  useVerb,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { StatementActs } from './StatementActs.tsx';
import { ResolveObjection } from './ResolveObjection.tsx';
import { Step } from './Step.tsx';
import { STATEMENT_TONE } from './StatementsScreen.tsx';

/** A partner's month: who, whom, how much, owed; the same on both sides of the table. */
export default function StatementScreen() {
  const statementId = useParam('statementId') as StatementShown['id'];
  const read = useRead(getStatement, { params: { statementId } });
  return (
    <Loaded read={read}>
      {(statement) => (
        <>
          <Head statement={statement} />
          <Totals statement={statement} />
          <Lines statement={statement} />
          <StatementActs statement={statement} />
        </>
      )}
    </Loaded>
  );
}

function Head({ statement }: { statement: StatementShown }) {
  const t = useWords('payouts');
  const language = useLanguage();
  const { zone } = useMe().workspace;
  const changed = [getStatement, listStatements];
  const accept = useVerb(acceptStatementOperation, { invalidates: changed });
  const object = useVerb(objectToStatementOperation, { invalidates: changed });
  const [resolving, setResolving] = useState(false);
  const params = { statementId: statement.id };
  const month = formatWhen(statement.month, 'month', language, zone);
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.statements({ month: statement.month })}>{t('nav.statements')}</PageLink>}
        title={t('statement.title', { partner: statement.partnerName, month })}
        answer={
          <>
            <Badge tone={STATEMENT_TONE[statement.state]}>{t(`statementState.${statement.state}`)}</Badge>{' '}
            {statement.answerBy && statement.state === 'sent' ? (
              <>
                {t('statement.answerBy')} <When value={statement.answerBy} />
              </>
            ) : null}
          </>
        }
        actions={
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" leftSection={<IconDownload size={16} stroke={1.6} />}>
                  {t('statement.file')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {(['pdf', 'xlsx', 'csv'] as const).map((format) => (
                  <Menu.Item
                    key={format}
                    component="a"
                    href={hrefOf(statementFile, { params, query: { format, language } })}
                    download
                  >
                    {t(`format.${format}`)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            <Step
              can={statement.can['accept']}
              title={t('statement.accept')}
              text={t('statement.acceptText')}
              act={() => accept.mutateAsync({ params })}
            />
            <Step
              can={statement.can['object']}
              title={t('statement.object')}
              text={t('statement.objectText')}
              reason={t('statement.objectWords')}
              act={(words) => object.mutateAsync({ params, body: { words } })}
            />
            {statement.can['resolve'] === true ? (
              <Button onClick={() => setResolving(true)}>{t('statement.resolve')}</Button>
            ) : null}
          </>
        }
      />
      {resolving ? <ResolveObjection statement={statement} onClose={() => setResolving(false)} /> : null}
      {statement.objection ? (
        <Answer
          tone="warn"
          note={<Signed by={statement.answeredBy} at={statement.answeredAt} people={statement.people} />}
        >
          {t('statement.objected')} «{statement.objection}»
        </Answer>
      ) : null}
      {statement.resolution ? (
        <Answer
          note={<Signed by={statement.resolvedBy} at={statement.resolvedAt} people={statement.people} />}
        >
          {t('statement.resolved')} «{statement.resolution}»{' '}
          {statement.correctionId ? (
            <PageLink to={paths.accrual({ accrualId: statement.correctionId })}>
              {t('statement.correction')}
            </PageLink>
          ) : null}
        </Answer>
      ) : null}
    </>
  );
}

/** Who said it and when. */
function Signed({
  by,
  at,
  people,
}: {
  by: string | null;
  at: string | null;
  people: Readonly<Record<string, string>>;
}) {
  if (at === null || by === null) return null;
  return (
    <>
      {people[by] ?? ''} <When value={at} style="time" />
    </>
  );
}

function Totals({ statement }: { statement: StatementShown }) {
  const t = useWords('payouts');
  const figure = (
    name: 'opening' | 'accrued' | 'clawedBack' | 'corrected' | 'writtenOff' | 'waived' | 'paid' | 'closing',
    minor: number,
  ) => ({
    label: t(`statement.${name}`),
    value: <Money minor={minor} currency={statement.currency} tone={minor < 0 ? 'warn' : 'plain'} />,
  });
  return (
    <Figures
      label={t('statement.totals')}
      items={[
        figure('opening', statement.openingMinor),
        figure('accrued', statement.accruedMinor),
        figure('clawedBack', statement.clawedBackMinor),
        ...(statement.correctedMinor === 0 ? [] : [figure('corrected', statement.correctedMinor)]),
        ...(statement.writtenOffMinor === 0 ? [] : [figure('writtenOff', statement.writtenOffMinor)]),
        ...(statement.waivedMinor === 0 ? [] : [figure('waived', statement.waivedMinor)]),
        figure('paid', statement.paidMinor),
        figure('closing', statement.closingMinor),
      ]}
    />
  );
}

function Lines({ statement }: { statement: StatementShown }) {
  const t = useWords('payouts');
  const rows = useRows(listStatementLines, { params: { statementId: statement.id } });
  const columns: readonly Column<StatementLine>[] = [
    {
      id: 'whom',
      title: t('statement.whom'),
      cell: (row) => row.clientName ?? row.saleNumber ?? t(`accrualKind.${row.kind}`),
    },
    {
      id: 'sale',
      title: t('statement.sale'),
      cell: (row) =>
        row.saleAmountMinor === null ? '' : <Money minor={row.saleAmountMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'rule',
      title: t('statement.rule'),
      cell: (row) => (
        <>
          {row.kind === 'commission' ? null : `${t(`accrualKind.${row.kind}`)} `}
          {row.schemeName ?? ''}
          {row.ratePpm === null ? null : (
            <>
              {' · '}
              <Percent ppm={row.ratePpm} />
            </>
          )}
          {row.isLate ? ` · ${t('statement.late')}` : null}
        </>
      ),
      narrow: 'bare',
    },
    {
      id: 'when',
      title: t('statement.when'),
      cell: (row) => <When value={row.effectiveAt} style="short" />,
      align: 'right',
      narrow: 'line',
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
  ];
  return (
    <Section title={t('statement.lines')} note={t('statement.linesNote')}>
      <DataTable
        label={t('statement.lines')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.accrualId}
        rowTo={(row) => paths.accrual({ accrualId: row.accrualId })}
      />
    </Section>
  );
}
