import { Button } from '@mantine/core';
import { DataTable, Section, useMay, useRows, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { listDocuments, type StatementShown } from '../contract.ts';
import { AttachDocument } from './AttachDocument.tsx';
import { useDocumentColumns } from './DocumentCells.tsx';

/** The act of a month, signed by both: attached where the statement stands, and kept with it. */
export function StatementActs({
  statement,
  own = false,
}: {
  statement: Pick<StatementShown, 'id' | 'partnerId'>;
  own?: boolean;
}) {
  const may = useMay('document.read');
  return may ? <Acts statement={statement} own={own} /> : null;
}

function Acts({ statement, own }: { statement: Pick<StatementShown, 'id' | 'partnerId'>; own: boolean }) {
  const t = useWords('payouts');
  const mayAttach = useMay('document.attach');
  const [attaching, setAttaching] = useState(false);
  const rows = useRows(listDocuments, { query: { statementId: statement.id } });
  const columns = useDocumentColumns();
  return (
    <Section
      title={t('documents.acts')}
      actions={
        mayAttach ? (
          <Button variant="default" onClick={() => setAttaching(true)}>
            {t('documents.attachAct')}
          </Button>
        ) : null
      }
    >
      <DataTable
        label={t('documents.acts')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={columns}
        empty={<p>{t('documents.noActs')}</p>}
      />
      {attaching ? (
        <AttachDocument
          kind="act"
          of={{ partnerId: statement.partnerId, statementId: statement.id }}
          own={own}
          onClose={() => setAttaching(false)}
        />
      ) : null}
    </Section>
  );
}
