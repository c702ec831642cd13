import type { FileFormat } from '@mosty/kernel/operation';
import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../language.ts';
import { useMay } from '../me.ts';
import { PlainButton } from './PlainButton.tsx';
import classes from './ExportMenu.module.css';

const loadFormats = () => import('./ExportFormats.tsx');
const ExportFormats = lazy(loadFormats);

interface Props {
  /** The operation that answers with the file: its permission hides the menu from those who may not take it out. */
  readonly of: { readonly permission: string };
  readonly hrefOf: (format: FileFormat) => string;
  readonly label?: string;
}

/**
 * A file of what is shown, as CSV or XLSX. The menu comes when the pointer or the focus comes near: the first page is
 * lighter by 30 KB.
 */
export function ExportMenu({ of, hrefOf, label }: Props) {
  const t = useWords('kit');
  const [asked, setAsked] = useState(false);
  if (!useMay(of.permission)) return null;
  const button = (
    <PlainButton
      className={classes.button}
      icon={<IconDownload size={16} stroke={1.6} />}
      aria-haspopup="menu"
      onPointerEnter={() => void loadFormats()}
      onFocus={() => void loadFormats()}
      onClick={() => setAsked(true)}
    >
      {label ?? t('export')}
    </PlainButton>
  );
  if (!asked) return button;
  return (
    <Suspense fallback={button}>
      <ExportFormats button={button} hrefOf={hrefOf} />
    </Suspense>
  );
}
