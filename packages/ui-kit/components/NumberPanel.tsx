import type { ReactNode } from 'react';
import { NumberProof, type Proof } from './NumberProof.tsx';
import { SidePanel } from './SidePanel.tsx';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly value: ReactNode;
  readonly proof: Proof;
  readonly rows: () => ReactNode;
  readonly wide: boolean;
}

/** What opens behind a number. A file of its own: most visits open none, and a drawer weighs 30 KB. */
export default function NumberPanel({ opened, onClose, title, value, proof, rows, wide }: Props) {
  return (
    <SidePanel opened={opened} onClose={onClose} title={title} wide={wide}>
      {opened ? (
        <NumberProof value={value} proof={proof}>
          {rows()}
        </NumberProof>
      ) : null}
    </SidePanel>
  );
}
