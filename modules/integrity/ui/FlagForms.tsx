import { SidePanel, useWords } from '@mosty/ui-kit';
import type { Flag } from '../contract/flags.ts';
import { AskForm } from './forms/AskForm.tsx';
import { BreachForm } from './forms/BreachForm.tsx';
import { CloseForm, AnswersForm } from './forms/IncidentForms.tsx';
import { HoldForm } from './forms/HoldForm.tsx';
import { IncidentForm, LiftForm } from './forms/DecideForms.tsx';

export interface FormProps {
  readonly flag: Flag;
  readonly onClose: () => void;
}

const FORMS = {
  ask: { form: AskForm, title: 'ask.title' },
  hold: { form: HoldForm, title: 'hold.title' },
  lift: { form: LiftForm, title: 'lift.title' },
  incident: { form: IncidentForm, title: 'flag.incident' },
  answers: { form: AnswersForm, title: 'incident.title' },
  close: { form: CloseForm, title: 'incident.closeTitle' },
  breach: { form: BreachForm, title: 'breaches.record' },
} as const;

/** What is being done with the flag, beside it. */
export default function FlagForms({ flag, act, onClose }: FormProps & { act: string }) {
  const t = useWords('integrity');
  const found = Object.entries(FORMS).find(([key]) => key === act)?.[1];
  if (!found) return null;
  const { form: Form, title } = found;
  return (
    <SidePanel opened onClose={onClose} title={t(title)}>
      <Form flag={flag} onClose={onClose} />
    </SidePanel>
  );
}
