import { Button } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../language.ts';
import { asRefusal, type ApiRefusal } from '../refusal.ts';
import { RefusalNotice } from './RefusalNotice.tsx';
import { UnsavedGuard } from './UnsavedGuard.tsx';
import classes from './FormShell.module.css';

interface Props<Values extends object> {
  readonly form: UseFormReturnType<Values>;
  readonly children: ReactNode;
  /** The verb on the button: «Добавить партнёра», never «OK». */
  readonly submit: string;
  /** Sends the values; what it throws is shown, field errors beside their fields. */
  readonly onSubmit: (values: Values) => Promise<unknown>;
  /** After the server agreed. */
  readonly onDone?: () => void;
  readonly onCancel?: () => void;
  readonly busy: boolean;
  /** `verb.error`. */
  readonly refusal?: ApiRefusal | null;
  /** Leaving with unsaved changes asks first. True unless told. */
  readonly guard?: boolean;
}

/** Fields and one change. ⌘Enter sends; the server's field errors land on the fields; nothing typed is lost by accident. */
export function FormShell<Values extends object>(props: Props<Values>) {
  const { form, children, submit, onSubmit, onDone, onCancel, busy, refusal, guard = true } = props;
  const t = useWords('kit');
  const element = useRef<HTMLFormElement>(null);
  useHotkeys([['mod+Enter', () => element.current?.requestSubmit()]], []);

  const send = form.onSubmit(async (values) => {
    if (busy) return;
    try {
      await onSubmit(values);
      form.resetDirty();
      onDone?.();
    } catch (thrown) {
      const { errors } = asRefusal(thrown);
      if (errors.length)
        form.setErrors(Object.fromEntries(errors.map((error) => [error.path, error.message])));
    }
  });

  // The first wrong field takes the focus, whoever found it wrong.
  const wrong = Object.keys(form.errors).join(' ');
  useEffect(() => {
    if (wrong) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [wrong]);

  return (
    <form ref={element} className={classes.form} onSubmit={send} noValidate>
      <div className={classes.fields}>{children}</div>
      {refusal && refusal.errors.length === 0 ? <RefusalNotice refusal={refusal} /> : null}
      <div className={classes.buttons}>
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
        {onCancel ? (
          <Button variant="subtle" color="gray" onClick={onCancel} disabled={busy}>
            {t('cancel')}
          </Button>
        ) : null}
      </div>
      {guard ? <UnsavedGuard when={form.isDirty() && !busy} /> : null}
    </form>
  );
}
