/** What is wrong with one line of a file: a code said in the reader's words, with what was found there. */
export interface RowFault {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One record of a file. `line` is where it begins, counted from 1 with the header. */
export interface FileRecord {
  readonly line: number;
  readonly cells: readonly string[];
  /** Not null when the record itself could not be told apart; `cells` then hold nothing to rely on. */
  readonly fault: RowFault | null;
}

export type TakeRecord = (record: FileRecord) => void;

const SHOWN_CHARACTERS = 120;

/** What was found, short enough to be shown in a list of errors. */
export function shown(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

export function fault(code: string, params: Record<string, string | number> = {}): RowFault {
  return { code: `integrations.${code}`, params };
}
