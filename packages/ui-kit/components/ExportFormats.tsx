import { Menu } from '@mantine/core';
import type { FileFormat } from '@mosty/kernel/operation';
import type { ReactElement } from 'react';
import { useLanguage, useWords } from '../language.ts';

/** Named here again: the contract's own list would make the first page load a validation library. */
const FORMATS: readonly FileFormat[] = ['csv', 'xlsx'];

interface Props {
  readonly button: ReactElement;
  readonly hrefOf: (format: FileFormat) => string;
}

/** The choice of a format, in the language of the page; open from the start, because it was asked for. */
export default function ExportFormats({ button, hrefOf }: Props) {
  const t = useWords('kit');
  const language = useLanguage();
  return (
    <Menu position="bottom-end" defaultOpened>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} component="a" href={`${hrefOf(format)}&language=${language}`} download>
            {t(`formats.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
