import { Button } from '@mantine/core';
import { useMay } from '@mosty/ui-kit';
import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import classes from './channel.module.css';

const loadFormats = () => import('./ExportFormats.tsx');
const ExportFormats = lazy(loadFormats);

interface Props {
  readonly label: string;
  readonly hrefOf: (format: 'csv' | 'xlsx') => string;
}

/**
 * A file of what is shown, as CSV or XLSX; hidden from those who may not take it out. The menu comes when the pointer
 * or the focus comes near: the first page is lighter by 30 KB.
 */
export function ExportMenu({ label, hrefOf }: Props) {
  const [asked, setAsked] = useState(false);
  if (!useMay('channel.export')) return null;
  const button = (
    <Button
      className={classes.screenOnly}
      variant="default"
      leftSection={<IconDownload size={16} stroke={1.6} />}
      aria-haspopup="menu"
      onPointerEnter={() => void loadFormats()}
      onFocus={() => void loadFormats()}
      onClick={() => setAsked(true)}
    >
      {label}
    </Button>
  );
  if (!asked) return button;
  return (
    <Suspense fallback={button}>
      <ExportFormats button={button} hrefOf={hrefOf} />
    </Suspense>
  );
}
