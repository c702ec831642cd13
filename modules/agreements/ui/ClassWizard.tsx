import { useState } from 'react';
import type { ClassDecision, ReportingClass } from '../contract.ts';
import { ClassQuestions, wholeAnswers, type ClassDraft } from './ClassQuestions.tsx';
import { ClassVerdict } from './ClassVerdict.tsx';
import classes from './agreements.module.css';

interface Props {
  readonly partnerId: string;
  readonly onChoose: (of: ReportingClass, decision: ClassDecision) => void;
}

/** The five questions; the decision stands beside them and changes with the answers. */
export function ClassWizard({ partnerId, onChoose }: Props) {
  const [draft, setDraft] = useState<ClassDraft>({ jointGoals: [] });
  return (
    <div className={classes.wizard}>
      <ClassQuestions draft={draft} onChange={setDraft} />
      <ClassVerdict partnerId={partnerId} answers={wholeAnswers(draft)} onChoose={onChoose} />
    </div>
  );
}
