import { dayCell, type Cell, type Said, type TableColumn } from '@mosty/kernel/table-file';
import { businessDateOf, type Zone } from '@mosty/kernel/time';
import type { AuditEntryShown } from '../contract/audit.ts';
import { words } from '../ui/words.ts';

/** An entry of the journal in a file: what was changed stands as it was written, by ids. */
export function auditColumns(zone: Zone): readonly TableColumn<AuditEntryShown>[] {
  const clock = new Intl.DateTimeFormat('ru', { timeZone: zone, timeStyle: 'medium' });
  return [
    { title: { ru: 'Номер записи', en: 'Entry number' }, value: (entry) => entry.seq },
    {
      title: { ru: 'День', en: 'Date' },
      value: (entry) => dayCell(businessDateOf(new Date(entry.at), zone)),
    },
    { title: { ru: 'Время', en: 'Time' }, value: (entry) => clock.format(new Date(entry.at)) },
    { title: { ru: 'Кто', en: 'Who' }, value: whoOf },
    { title: { ru: 'Кто: номер в системе', en: 'Who: id' }, value: (entry) => entry.actor.id },
    { title: { ru: 'Что сделал', en: 'What they did' }, value: (entry) => verbName(entry.verb) },
    { title: { ru: 'О ком или о чём', en: 'About whom or what' }, value: (entry) => entry.subjectName },
    { title: { ru: 'О ком или о чём: номер в системе', en: 'About: id' }, value: (entry) => entry.subject },
    { title: { ru: 'Почему', en: 'Why' }, value: (entry) => entry.reason },
    {
      title: { ru: 'Что изменилось', en: 'What changed' },
      value: (entry) => (entry.change === null ? null : JSON.stringify(entry.change)),
    },
    { title: { ru: 'Запрос', en: 'Request' }, value: (entry) => entry.requestId },
    { title: { ru: 'Отпечаток', en: 'Fingerprint' }, value: (entry) => entry.hash },
  ];
}

function whoOf({ actor }: AuditEntryShown): Cell {
  const name = actor.name ?? actor.id;
  if (actor.type === 'person') return name;
  return actor.type === 'api_key'
    ? { ru: `ключ API: ${name}`, en: `API key: ${name}` }
    : { ru: `программа: ${name}`, en: `the program: ${name}` };
}

/** The journal's own sentence; a verb that only its module has words for stands by its code. */
function verbName(code: string): Said {
  const [module = '', name = ''] = code.split('.');
  const sentence = (verbs: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
    verbs[module]?.[name] ?? code;
  return { ru: sentence(words.ru.verbs), en: sentence(words.en.verbs) };
}
