import type { Entry } from '../contract/calendar.ts';
import { addDays, businessDate } from '@mosty/kernel/time';

const OCTETS_MAX = 75;

/** RFC 5545 §3.3.11. */
const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replace(/\r?\n/g, '\\n');

/** RFC 5545 §3.1: a line has at most 75 octets; its rest follows after a space. Never inside a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let now = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > OCTETS_MAX) {
      lines.push(now);
      now = ' ';
      octets = 1;
    }
    now += sign;
    octets += size;
  }
  return [...lines, now].join('\r\n');
}

const plain = (day: string) => day.replaceAll('-', '');

/** Whole days: what a manager's phone shows beside the hours of the day. No personal data, only names of partners. */
export function writeIcal(entries: readonly Entry[], now: Date): string {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Mosty//calendar//EN', 'CALSCALE:GREGORIAN'];
  for (const entry of entries)
    lines.push(
      'BEGIN:VEVENT',
      `UID:${entry.id}@mosty`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plain(entry.onDay)}`,
      `DTEND;VALUE=DATE:${plain(addDays(businessDate(entry.onDay), 1))}`,
      `SUMMARY:${escaped(entry.partner ? `${entry.partner.name}: ${entry.title}` : entry.title)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    );
  lines.push('END:VCALENDAR');
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
