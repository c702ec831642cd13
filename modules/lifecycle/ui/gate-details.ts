import type { MoveDetails } from '../contract.ts';

/** Fields of the gate's form. */
export interface GateValues {
  readonly reasonCode: string;
  readonly note: string;
  readonly returnOn: string;
  readonly subject: string;
  readonly letter: string;
  readonly linksStay: boolean;
  readonly whatBroke: string;
  readonly howFixed: string;
  readonly whoAnswers: string;
  readonly doneOn: string;
  readonly fixVerified: boolean;
}

export const EMPTY_DETAILS: GateValues = {
  reasonCode: '',
  note: '',
  returnOn: '',
  subject: '',
  letter: '',
  linksStay: true,
  whatBroke: '',
  howFixed: '',
  whoAnswers: '',
  doneOn: '',
  fixVerified: false,
};

/** Only what this gate asks for is sent: a letter that is not asked for goes to nobody. */
export function detailsOf(values: GateValues, asks: ReadonlySet<string>, to: string): MoveDetails {
  const { reasonCode, note, returnOn, subject, letter, linksStay, fixVerified } = values;
  const { whatBroke, howFixed, whoAnswers, doneOn } = values;
  return {
    ...(reasonCode ? { reasonCode } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
    ...(returnOn ? { returnOn } : {}),
    ...(asks.has('letter_sent') ? { letter: { subject: subject.trim(), text: letter.trim() } } : {}),
    ...(to === 'paused' ? { linksStay } : {}),
    ...(asks.has('four_answers') ? { answers: { whatBroke, howFixed, whoAnswers, doneOn } } : {}),
    ...(asks.has('fix_verified') ? { fixVerified } : {}),
  };
}
