import * as z from 'zod';
import { NAMES_MAX, type LineError } from '../contract/survey.ts';
import { readCsv } from './csv.ts';
import { readNames, type SaidName } from './read-names.ts';

export interface FileAnswerLine {
  readonly line: number;
  /** `2026-11-21` as the file says; null: today. */
  readonly answeredOn: string | null;
  readonly whom: readonly SaidName[];
  readonly tools: readonly SaidName[];
  readonly name: string | null;
  readonly email: string | null;
  readonly respondent: string | null;
}

/** How columns may be headed, folded to small letters. The first that meets is taken. */
const HEADINGS = {
  whom: ['whom', 'кого слушаете', 'кого', 'кого читаете', 'имена'],
  tools: ['tools', 'чем пользуетесь', 'инструменты', 'сервисы'],
  date: ['date', 'дата', 'когда', 'отметка времени', 'timestamp'],
  name: ['name', 'имя', 'кто', 'фио'],
  email: ['email', 'e-mail', 'почта', 'электронная почта'],
  respondent: ['respondent', 'респондент', 'id', 'номер'],
} as const;
type Heading = keyof typeof HEADINGS;

/** Answers of a file, or what is wrong with each line. Null: no column of names was found. */
export function readAnswerFile(
  text: string,
  today: string,
): { good: FileAnswerLine[]; errors: LineError[]; lines: number } | null {
  const [head, ...rows] = readCsv(text);
  const titles = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const columns = new Map<Heading, number>();
  for (const heading of Object.keys(HEADINGS) as Heading[]) {
    const at = titles.findIndex((title) => (HEADINGS[heading] as readonly string[]).includes(title));
    if (at !== -1) columns.set(heading, at);
  }
  if (!columns.has('whom') && !columns.has('tools')) return null;
  const good: FileAnswerLine[] = [];
  const errors: LineError[] = [];
  for (const { line, cells } of rows) {
    const cell = (heading: Heading) => cells[columns.get(heading) ?? -1]?.trim() || null;
    const whom = readNames(cell('whom') ?? '');
    const tools = readNames(cell('tools') ?? '');
    const date = cell('date');
    const answeredOn = date === null ? null : dayOf(date);
    const email = cell('email');
    const fail = (code: LineError['code']) => errors.push({ line, code });
    if (whom.length + tools.length === 0) fail('nothing_said');
    else if (whom.length > NAMES_MAX || tools.length > NAMES_MAX) fail('too_many_names');
    else if (answeredOn === undefined || (answeredOn !== null && answeredOn > today)) fail('bad_date');
    else if (email !== null && !z.email().max(200).safeParse(email).success) fail('bad_email');
    else if ((cell('name')?.length ?? 0) > 200) fail('name_too_long');
    else
      good.push({
        line,
        answeredOn,
        whom,
        tools,
        name: cell('name'),
        email: email?.toLowerCase() ?? null,
        respondent: cell('respondent'),
      });
  }
  return { good, errors, lines: rows.length };
}

/** «21.11.2026», «2026-11-21» with or without an hour; undefined: it is no day. */
function dayOf(text: string): string | undefined {
  const said = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\b/u.exec(text);
  const day = said
    ? `${said[3]}-${said[2]?.padStart(2, '0')}-${said[1]?.padStart(2, '0')}`
    : (/^\d{4}-\d{2}-\d{2}/u.exec(text)?.[0] ?? '');
  return z.iso.date().safeParse(day).success ? day : undefined;
}
