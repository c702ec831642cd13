import { SidePanel, useWords } from '@mosty/ui-kit';
import type { Check, Subject } from '../contract.ts';
import { ApproachForm, ReplyForm } from './ApproachForms.tsx';
import { ClassForm } from './ClassForm.tsx';
import { EvidenceForm, VerifyForm } from './EvidenceForms.tsx';
import { GoalForm, OutcomeForm } from './GoalForms.tsx';
import { EconomicsForm, QuestionsForm, RoleForm, WinForm } from './SubjectForms.tsx';

/** What is being written beside the check. */
export type Panel =
  | { readonly form: 'approach' | 'reply' | 'class' | 'goal' }
  | { readonly form: 'answer' | 'evidence'; readonly subject: Subject }
  | { readonly form: 'verify'; readonly evidenceId: string; readonly says: string }
  | { readonly form: 'outcome'; readonly goalId: string; readonly aim: string };

export function CheckPanel({ check, panel, onClose }: { check: Check; panel: Panel; onClose: () => void }) {
  const t = useWords('recruiting');
  const title =
    panel.form === 'answer'
      ? t(`check.of.${panel.subject}`)
      : panel.form === 'outcome'
        ? panel.aim
        : t(`check.panel.${panel.form}`);
  return (
    <SidePanel opened onClose={onClose} title={title}>
      <Form check={check} panel={panel} onDone={onClose} />
    </SidePanel>
  );
}

function Form({ check, panel, onDone }: { check: Check; panel: Panel; onDone: () => void }) {
  const given = { check, onDone };
  switch (panel.form) {
    case 'approach':
      return <ApproachForm {...given} />;
    case 'reply':
      return <ReplyForm {...given} />;
    case 'class':
      return <ClassForm {...given} />;
    case 'goal':
      return <GoalForm {...given} />;
    case 'outcome':
      return <OutcomeForm goalId={panel.goalId} onDone={onDone} />;
    case 'evidence':
      return <EvidenceForm {...given} subject={panel.subject} />;
    case 'verify':
      return <VerifyForm evidenceId={panel.evidenceId} says={panel.says} onDone={onDone} />;
    case 'answer':
      return <SubjectForm {...given} subject={panel.subject} />;
  }
}

function SubjectForm({ subject, ...given }: { check: Check; subject: Subject; onDone: () => void }) {
  switch (subject) {
    case 'values':
    case 'reputation':
      return <QuestionsForm {...given} subject={subject} />;
    case 'role':
      return <RoleForm {...given} />;
    case 'economics':
      return <EconomicsForm {...given} />;
    default:
      return <WinForm {...given} win={subject} />;
  }
}
