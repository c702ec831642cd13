import {
  Answer,
  Badge,
  formatWhen,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  useFormat,
  useLanguage,
  useMay,
  useMe,
  useParam,
  useRead,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { getImport } from '../contract.ts';
import { ImportActions } from './ImportActions.tsx';
import { ImportAtWork } from './ImportAtWork.tsx';
import { ImportFound } from './ImportFound.tsx';
import { ImportResult } from './ImportResult.tsx';
import { MappingForm } from './MappingForm.tsx';
import { RowsOfImport } from './RowsOfImport.tsx';
import { isAtWork, toneOf } from './state.ts';
import { useRowError } from './use-row-error.ts';

export type Import = AnswerOf<typeof getImport>;

/** One file on its way: how to read it, what would come of it, the work itself, who brought whom, and the way back. */
export default function ImportScreen() {
  const importId = useParam('importId');
  const read = useRead(getImport, { params: { importId } });
  return <Loaded read={read}>{(file) => <OneImport key={file.id} file={file} />}</Loaded>;
}

function OneImport({ file }: { file: Import }) {
  const t = useWords('integrations');
  const language = useLanguage();
  const { zone } = useMe().workspace;
  const { count } = useFormat();
  const about = [
    t(`kind.${file.kind}`),
    file.program,
    t('import.size', { shown: count(Math.max(1, Math.round(file.bytes / 1024))) }),
    formatWhen(file.createdAt, 'time', language, zone),
  ].filter(Boolean);
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.imports()}>{t('nav.imports')}</PageLink>}
        title={t(`heading.${file.state}`, { file: file.filename })}
        answer={
          <>
            <Badge tone={toneOf(file.state)}>{t(`state.${file.state}`)}</Badge> {about.join(' · ')}
          </>
        }
        actions={<ImportActions file={file} />}
      />
      <Body file={file} />
    </>
  );
}

function Body({ file }: { file: Import }) {
  const t = useWords('integrations');
  const mayPrepare = useMay('import.prepare');
  if (isAtWork(file.state)) return <ImportAtWork file={file} />;
  if (file.state === 'cancelled') return <Answer>{t('import.cancelled')}</Answer>;
  const mapping = file.can.check && mayPrepare ? <MappingForm file={file} /> : null;
  return (
    <>
      <Failure file={file} />
      {file.state === 'undone' ? (
        <Answer note={t('import.undoneNote')}>
          {t('import.undone', { reason: file.undoneReason ?? '' })}
        </Answer>
      ) : null}
      {file.result && file.state !== 'undone' ? <ImportResult file={file} result={file.result} /> : null}
      {!file.result && file.found ? <ImportFound file={file} found={file.found} /> : null}
      {file.found ? <RowsOfImport file={file} found={file.found} /> : null}
      {mapping}
    </>
  );
}

function Failure({ file: { failure } }: { file: Import }) {
  const t = useWords('integrations');
  const say = useRowError();
  if (!failure) return null;
  const { what, change } = say(failure);
  return (
    <Answer tone="warn" note={t(`import.failedNote.${failure.during}`)}>
      {[what, change].filter(Boolean).join('. ')}
    </Answer>
  );
}
