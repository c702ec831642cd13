import { NumberInput, Select } from '@mantine/core';
import { useWords } from '@mosty/ui-kit';
import { DELIMITERS, delimiterSchema, ENCODINGS, encodingSchema, type FileFormat } from '../contract.ts';
import classes from './integrations.module.css';

interface Props {
  readonly format: FileFormat;
  readonly busy: boolean;
  readonly onChange: (format: FileFormat) => void;
}

const DELIMITER_WORDS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** How the text of the file is cut into cells. Detected; a person changes it when the samples look like nonsense. */
export function FileFormatFields({ format, busy, onChange }: Props) {
  const t = useWords('integrations');
  return (
    <div className={classes.rules}>
      <Select
        label={t('format.encoding')}
        description={t('format.encodingNote')}
        data={[...ENCODINGS]}
        value={format.encoding ?? 'utf-8'}
        allowDeselect={false}
        disabled={busy}
        onChange={(value) => onChange({ ...format, encoding: encodingSchema.safeParse(value).data })}
      />
      <Select
        label={t('format.delimiter')}
        description={t('format.delimiterNote')}
        data={DELIMITERS.map((value) => ({ value, label: t(`delimiter.${DELIMITER_WORDS[value]}`) }))}
        value={format.delimiter ?? ','}
        allowDeselect={false}
        disabled={busy}
        onChange={(value) => onChange({ ...format, delimiter: delimiterSchema.safeParse(value).data })}
      />
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
