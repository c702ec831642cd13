import { NumberInput, Select } from '@mantine/core';
import { useRead, useWords } from '@mosty/ui-kit';
import { DELIMITERS, ENCODINGS, listImportSheets, type FileFormat } from '../contract.ts';
import type { Import } from './ImportScreen.tsx';
import classes from './integrations.module.css';

interface Props {
  readonly file: Import;
  readonly format: FileFormat;
  readonly busy: boolean;
  readonly onChange: (format: FileFormat) => void;
}

/** How the file is cut into cells. Detected; a person changes it when the samples look like nonsense. */
export function FileFormatFields({ file, ...props }: Props) {
  const { format, busy, onChange } = props;
  const t = useWords('integrations');
  return (
    <div className={classes.rules}>
      {file.format === 'xlsx' ? <Sheet file={file} {...props} /> : <TextMarks {...props} />}
      <NumberInput
        key={format.headerLine}
        label={t('format.header')}
        description={t('format.headerNote')}
        defaultValue={format.headerLine ?? 1}
        min={0}
        max={1000}
        allowDecimal={false}
        disabled={busy}
        onBlur={(event) => {
          const line = Number.parseInt(event.currentTarget.value, 10);
          if (Number.isInteger(line) && line !== (format.headerLine ?? 1))
            onChange({ ...format, headerLine: line });
        }}
      />
    </div>
  );
}

/** Asked of the workbook itself; one sheet is no choice. */
function Sheet({ file, format, busy, onChange }: Props) {
  const t = useWords('integrations');
  const sheets = useRead(listImportSheets, { params: { importId: file.id } }).data?.items ?? [];
  if (sheets.length < 2) return null;
  return (
    <Select
      label={t('format.sheet')}
      description={t('format.sheetNote')}
      data={sheets}
      value={format.sheet ?? sheets[0] ?? null}
      allowDeselect={false}
      disabled={busy}
      // Alone: the header of the sheet before means nothing in this one.
      onChange={(sheet) => sheet && onChange({ sheet })}
    />
  );
}

const DELIMITER_WORDS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

function TextMarks({ format, busy, onChange }: Omit<Props, 'file'>) {
  const t = useWords('integrations');
  return (
    <>
      <Select
        label={t('format.encoding')}
        description={t('format.encodingNote')}
        data={[...ENCODINGS]}
        value={format.encoding ?? 'utf-8'}
        allowDeselect={false}
        disabled={busy}
        onChange={(value) =>
          onChange({ ...format, encoding: ENCODINGS.find((encoding) => encoding === value) })
        }
      />
      <Select
        label={t('format.delimiter')}
        description={t('format.delimiterNote')}
        data={DELIMITERS.map((value) => ({ value, label: t(`delimiter.${DELIMITER_WORDS[value]}`) }))}
        value={format.delimiter ?? ','}
        allowDeselect={false}
        disabled={busy}
        onChange={(value) =>
          onChange({ ...format, delimiter: DELIMITERS.find((delimiter) => delimiter === value) })
        }
      />
    </>
  );
}
