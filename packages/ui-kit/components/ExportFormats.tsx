import { Menu } from '@mantine/core';
import { useWords } from '@mosty/ui-kit';
import type { ReactElement } from 'react';

interface Props {
  readonly button: ReactElement;
  readonly hrefOf: (format: 'csv' | 'xlsx') => string;
}

/** The choice of a format; open from the start, because it was asked for. */
export default function ExportFormats({ button, hrefOf }: Props) {
  const t = useWords('insight');
  return (
    <Menu position="bottom-end" defaultOpened>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {(['csv', 'xlsx'] as const).map((format) => (
          <Menu.Item key={format} component="a" href={hrefOf(format)} download>
            {t(`channel.as.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
