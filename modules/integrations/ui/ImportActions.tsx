import { Button } from '@mantine/core';
import { listDeals } from '@mosty/insight/contract';
import {
  ConfirmWithConsequence,
  paths,
  toast,
  useFormat,
  useGo,
  useMay,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import {
  applyImport,
  cancelImport,
  getImport,
  getImportResult,
  listImportRows,
  listImports,
  stopImport,
  undoImport,
} from '../contract.ts';
import type { Import } from './ImportScreen.tsx';

const READS = [getImport, listImports, listImportRows, getImportResult, listDeals];

/** What may be done with the import as it stands; each says its consequence before it is done. */
export function ImportActions({ file }: { file: Import }) {
  const mayPrepare = useMay('import.prepare');
  const mayApply = useMay(file.kind === 'costs' ? 'import.apply_costs' : 'import.apply');
  const mayUndo = useMay('import.undo');
  return (
    <>
      {file.can.apply && mayApply ? <Apply file={file} /> : null}
      {file.can.stop && mayPrepare ? <Stop file={file} /> : null}
      {file.can.undo && mayUndo ? <Undo file={file} /> : null}
      {file.can.cancel && mayPrepare ? <Forget file={file} /> : null}
    </>
  );
}

function Apply({ file }: { file: Import }) {
  const t = useWords('integrations');
  const { count } = useFormat();
  const verb = useVerb(applyImport, { invalidates: READS });
  const { found, result } = file;
  const todo = found ? found.states.new + found.states.changed : 0;
  if (todo === 0 && !result) return null;
  return (
    <ConfirmWithConsequence
      title={t(result ? 'apply.goOn' : 'apply.ask')}
      consequence={t(result ? 'apply.goOnConsequence' : `apply.consequence.${file.kind}`, {
        shown: count(todo),
        bad: count(found?.badRows ?? 0),
      })}
      confirm={t(result ? 'apply.goOn' : 'apply.go')}
      onConfirm={() => verb.mutateAsync({ params: { importId: file.id } })}
    >
      {(ask) => <Button onClick={ask}>{t(result ? 'apply.goOn' : 'apply.go')}</Button>}
    </ConfirmWithConsequence>
  );
}

function Stop({ file }: { file: Import }) {
  const t = useWords('integrations');
  const verb = useVerb(stopImport, { invalidates: READS });
  return (
    <ConfirmWithConsequence
      title={t('stop.ask')}
      consequence={t(file.state === 'checking' ? 'stop.check' : 'stop.apply')}
      confirm={t('stop.go')}
      onConfirm={() => verb.mutateAsync({ params: { importId: file.id } })}
    >
      {(ask) => (
        <Button variant="default" onClick={ask}>
          {t('stop.go')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}

function Undo({ file }: { file: Import }) {
  const t = useWords('integrations');
  const { count } = useFormat();
  const verb = useVerb(undoImport, { invalidates: READS });
  const { result } = file;
  const wrote = (result?.created ?? 0) + (result?.credits ?? 0);
  const money = file.kind === 'sales' || file.kind === 'refunds';
  return (
    <ConfirmWithConsequence
      title={t('undo.ask', { file: file.filename })}
      consequence={t(money ? 'undo.money' : 'undo.other', { shown: count(wrote) })}
      confirm={t('undo.go')}
      reason={t('undo.reason')}
      risky
      onConfirm={(reason) => verb.mutateAsync({ params: { importId: file.id }, body: { reason } })}
    >
      {(ask) => (
        <Button variant="default" onClick={ask}>
          {t('undo.go')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}

function Forget({ file }: { file: Import }) {
  const t = useWords('integrations');
  const go = useGo();
  const verb = useVerb(cancelImport, { invalidates: [listImports] });
  return (
    <ConfirmWithConsequence
      title={t('forget.ask', { file: file.filename })}
      consequence={t('forget.consequence')}
      confirm={t('forget.go')}
      onConfirm={async () => {
        await verb.mutateAsync({ params: { importId: file.id } });
        toast(t('forget.done'));
        go(paths.imports());
      }}
    >
      {(ask) => (
        <Button variant="default" onClick={ask}>
          {t('forget.go')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}
