import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useWords } from '../language.ts';
import { RefusalNotice } from './RefusalNotice.tsx';
import classes from './UndoToast.module.css';

interface Props {
  readonly message: ReactNode;
  readonly undo?: (() => Promise<unknown>) | undefined;
  readonly onUndone: () => void;
}

/** What was done, and a way back. */
export function UndoToast({ message, undo, onUndone }: Props) {
  const t = useWords('kit');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const back = async (): Promise<void> => {
    setBusy(true);
    try {
      await undo?.();
      onUndone();
    } catch (thrown) {
      setRefusal(thrown);
    } finally {
      setBusy(false);
    }
  };
  if (refusal) return <RefusalNotice refusal={refusal} />;
  return (
    <div className={classes.toast}>
      <span>{message}</span>
      {undo ? (
        <Button size="compact-sm" variant="subtle" loading={busy} onClick={() => void back()}>
          {t('undo')}
        </Button>
      ) : null}
    </div>
  );
}

/** Says that something was done; with `undo` it can be taken back for ten seconds. */
export function toast(message: ReactNode, undo?: () => Promise<unknown>): void {
  const id = `toast-${Date.now()}`;
  notifications.show({
    id,
    message: <UndoToast message={message} undo={undo} onUndone={() => notifications.hide(id)} />,
    autoClose: undo ? 10_000 : 4_000,
    withBorder: true,
  });
}
