import { FilterMark, useMay, useRead, useWords, type ImportMarkProps } from '@mosty/ui-kit';
import { getImport } from '../contract.ts';

/** A list of what one file brought says so by the name of the file, and can be opened again to all. */
export default function ImportMark(props: ImportMarkProps) {
  const t = useWords('integrations');
  if (useMay('import.read')) return <NamedMark {...props} />;
  return (
    <FilterMark title={t('mark.ofAllFiles')} onLift={props.onLift}>
      {t('mark.ofOneFile')}
    </FilterMark>
  );
}

function NamedMark({ importId, onLift }: ImportMarkProps) {
  const t = useWords('integrations');
  const read = useRead(getImport, { params: { importId } }, { keep: false });
  return (
    <FilterMark title={t('mark.ofAllFiles')} onLift={onLift}>
      {read.data ? t('mark.ofFile', { file: read.data.filename }) : t('mark.ofOneFile')}
    </FilterMark>
  );
}
