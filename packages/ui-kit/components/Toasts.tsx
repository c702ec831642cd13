import { useEffect, useState, type FunctionComponent } from 'react';
import { useToasts, type Toast } from '../toasts.ts';
import classes from './UndoToast.module.css';

const loadToast = () => import('./UndoToast.tsx');
/** Nobody has done anything yet that could be told of; by then it is here. */
const TOAST_AFTER_MS = 1_500;

/** Where toasts appear; one for the whole app. The place is there before them, so that they are read aloud. */
export function Toasts() {
  const toasts = useToasts();
  const [Card, setCard] = useState<FunctionComponent<{ toast: Toast }> | null>(null);
  const isAwaited = Card === null;
  useEffect(() => {
    if (!isAwaited) return undefined;
    const bring = async (): Promise<void> => {
      try {
        const { UndoToast } = await loadToast();
        setCard(() => UndoToast);
      } catch {
        // No network: its words are told without it, and the next toast asks again.
      }
    };
    const timer = setTimeout(() => void bring(), toasts.length > 0 ? 0 : TOAST_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isAwaited, toasts]);
  return (
    <div className={classes.place} role="status" aria-live="polite">
      {toasts.map((toast) =>
        Card ? (
          <Card key={toast.id} toast={toast} />
        ) : (
          <div key={toast.id} className={classes.toast}>
            <span className={classes.message}>{toast.message}</span>
          </div>
        ),
      )}
    </div>
  );
}
