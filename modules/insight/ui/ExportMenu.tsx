import { Button, Menu } from '@mantine/core';
import { useMay, useWords } from '@mosty/ui-kit';
import { IconDownload } from '@tabler/icons-react';
import classes from './channel.module.css';

/** A file of what is shown, as CSV or XLSX; hidden from those who may not take it out. */
export function ExportMenu({ label, hrefOf }: { label: string; hrefOf: (format: 'csv' | 'xlsx') => string }) {
  const t = useWords('insight');
  if (!useMay('channel.export')) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          className={classes.screenOnly}
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} />}
        >
          {label}
        </Button>
      </Menu.Target>
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
