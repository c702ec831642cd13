import { useToasts } from '../toasts.ts';
import { UndoToast } from './UndoToast.tsx';
import classes from './UndoToast.module.css';

/** Where toasts appear; one for the whole app. */
export function Toasts() {
  const toasts = useToasts();
  return (
    <div className={classes.place} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <UndoToast key={toast.id} toast={toast} />
      ))}
    </div>
  );
}
