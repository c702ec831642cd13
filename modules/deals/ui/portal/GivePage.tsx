import { useState } from 'react';
import type { AnswerOf } from '@mosty/ui-kit';
import type { registerDeal } from '../../contract.ts';
import { Given } from './Given.tsx';
import { GiveForm } from './GiveForm.tsx';

type Answer = AnswerOf<typeof registerDeal>;

/** Half a minute: the company, a contact, the ground. Whether it is taken is answered while one types. */
export default function GivePage() {
  const [given, setGiven] = useState<{ answer: Answer; byLetter: boolean } | null>(null);
  return given ? (
    <Given {...given} onAnother={() => setGiven(null)} />
  ) : (
    <GiveForm onGiven={(answer, byLetter) => setGiven({ answer, byLetter })} />
  );
}
