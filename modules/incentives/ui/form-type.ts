import type { UseFormReturnType } from '@mantine/form';
import type { TermsForm } from './terms-form.ts';

/** The editor's form: the terms with what stands around them. */
export type EditorForm = UseFormReturnType<
  TermsForm & { name: string; purpose: string; validFrom: string; note: string }
>;
