import { lazy, Suspense, useEffect } from 'react';
import { useToasts } from '../toasts.ts';
import classes from './UndoToast.module.css';

const loadToast = () => import('./UndoToast.tsx');
const UndoToast = lazy(async () => ({ default: (await loadToast()).UndoToast }));
/** Nobody has done anything yet that could be told of; by then it is here. */
const TOAST_AFTER_MS = 1_500;

/** Where toasts appear; one for the whole app. The place is there before them, so that they are read aloud. */
export function Toasts() {
  const toasts = useToasts();
  useEffect(() => {
    const timer = setTimeout(() => void loadToast(), TOAST_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classes.place} role="status" aria-live="polite">
      <Suspense>
        {toasts.map((toast) => (
          <UndoToast key={toast.id} toast={toast} />
        ))}
      </Suspense>
    </div>
  );
}
