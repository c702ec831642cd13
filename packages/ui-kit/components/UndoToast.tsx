import { Button, CloseButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../language.ts';
import { dismiss, type Toast } from '../toasts.ts';
import { RefusalNotice } from './RefusalNotice.tsx';
import classes from './UndoToast.module.css';

const READ_MS = 4_000;
const UNDO_MS = 10_000;

/** What was done, and a way back. Stays while pointed at or focused, and when the way back was refused. */
export function UndoToast({ toast }: { toast: Toast }) {
  const t = useWords('kit');
  const [busy, setBusy] = useState(false);
  const [held, setHeld] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { id, message, undo } = toast;

  const stays = held || busy || refusal !== null;
  useEffect(() => {
    if (stays) return undefined;
    const timer = setTimeout(() => dismiss(id), undo ? UNDO_MS : READ_MS);
    return () => clearTimeout(timer);
  }, [stays, id, undo]);

  const back = async (): Promise<void> => {
    setBusy(true);
    try {
      await undo?.();
      dismiss(id);
    } catch (thrown) {
      setRefusal(thrown);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div
      className={classes.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {refusal ? <RefusalNotice refusal={refusal} /> : <span className={classes.message}>{message}</span>}
      {undo && !refusal ? (
        <Button size="compact-sm" variant="subtle" loading={busy} onClick={() => void back()}>
          {t('undo')}
        </Button>
      ) : null}
      <CloseButton size="sm" aria-label={t('close')} onClick={() => dismiss(id)} />
    </div>
  );
}
