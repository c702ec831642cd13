import { fault, shown, type TakeRecord } from './record.ts';

/**
 * RFC 4180 by `indexOf`, which the engine vectorises: a line without quotes is one `split`. csv-parse needs 7.2 s
 * for a file of a million deals where this needs about one; the import goal leaves no room for the former.
 */
export interface CsvSplitter {
  push(text: string): void;
  end(): void;
  /** How many cells a record has, once the header is known: tells a quoted line break from a stray quote. */
  expect(cells: number): void;
}

/** A record longer than this has lost its closing quote. */
const RECORD_CHARACTERS_MAX = 1_048_576;
const QUOTE = '"';

/** `more`: the text ends before the record does. `broken`: no text that follows could make it a record. */
type Quoted = { readonly end: number; readonly cells: string[]; readonly lines: number } | 'more' | 'broken';

export function csvSplitter(delimiter: string, take: TakeRecord): CsvSplitter {
  let held = '';
  let line = 1;
  let expected = 0;
  /** A line given up before its end came: the rest of it is still to be passed over. */
  let skipping = false;

  function consume(text: string, final: boolean): void {
    let at = skipping ? pass(text, 0) : 0;
    let quote = -2;
    while (at < text.length) {
      if (quote !== -1 && quote < at) quote = text.indexOf(QUOTE, at);
      const stop = text.indexOf('\n', at);
      const waits = !final && text.length - at < RECORD_CHARACTERS_MAX;
      if (quote === -1 || (stop !== -1 && quote > stop)) {
        if (stop === -1 && waits) break;
        if (stop === -1 && !final) {
          at = giveUp(text, at, 'line_too_long');
          continue;
        }
        plain(text, at, stop === -1 ? text.length : stop);
        line += 1;
        at = stop === -1 ? text.length : stop + 1;
        continue;
      }
      const found = readQuoted(text, at, delimiter, final);
      if (found === 'more' && waits) break;
      if (typeof found === 'object' && believable(found)) {
        take({ line, cells: found.cells, fault: null });
        line += found.lines;
        at = found.end;
      } else at = giveUp(text, at, 'quote_not_closed');
    }
    held = at < text.length ? text.slice(at) : '';
  }

  /** The record is lost, but only its first line: what follows is read anew. */
  function giveUp(text: string, from: number, code: string): number {
    const stop = text.indexOf('\n', from);
    const end = stop === -1 ? text.length : stop;
    take({
      line,
      cells: [],
      fault: fault(code, { text: shown(text.slice(from, Math.min(end, from + 200))) }),
    });
    line += 1;
    return pass(text, from);
  }

  function pass(text: string, from: number): number {
    const stop = text.indexOf('\n', from);
    skipping = stop === -1;
    return stop === -1 ? text.length : stop + 1;
  }

  function plain(text: string, from: number, to: number): void {
    const end = to > from && text.charCodeAt(to - 1) === 13 ? to - 1 : to;
    if (end === from) return;
    take({ line, cells: text.slice(from, end).split(delimiter), fault: null });
  }

  // A stray quote swallows lines up to the next quote of the file; the number of cells then gives it away.
  function believable(found: { cells: string[]; lines: number }): boolean {
    return found.lines === 1 || expected === 0 || found.cells.length === expected;
  }

  return {
    push: (text) => consume(held === '' ? text : held + text, false),
    end: () => consume(held, true),
    expect: (cells) => {
      expected = cells;
    },
  };
}

function readQuoted(text: string, from: number, delimiter: string, final: boolean): Quoted {
  const cells: string[] = [];
  let lines = 1;
  let at = from;
  for (;;) {
    if (text[at] === QUOTE) {
      let cell = '';
      let open = at + 1;
      for (;;) {
        const close = text.indexOf(QUOTE, open);
        if (close === -1 || (close + 1 === text.length && !final)) return 'more';
        if (text[close + 1] !== QUOTE) {
          cell += text.slice(open, close);
          at = close + 1;
          break;
        }
        cell += text.slice(open, close + 1);
        open = close + 2;
      }
      lines += newlinesIn(cell);
      cells.push(cell);
      if (text[at] === '\r') {
        if (at + 1 === text.length && !final) return 'more';
        at += 1;
      }
      if (at >= text.length) return final ? { end: at, cells, lines } : 'more';
      if (text[at] === '\n') return { end: at + 1, cells, lines };
      if (text[at] !== delimiter) return 'broken';
      at += 1;
    } else {
      const next = text.indexOf(delimiter, at);
      const stop = text.indexOf('\n', at);
      if (next !== -1 && (stop === -1 || next < stop)) {
        cells.push(text.slice(at, next));
        at = next + 1;
        continue;
      }
      if (stop === -1 && !final) return 'more';
      const end = stop === -1 ? text.length : stop;
      cells.push(text.slice(at, end).replace(/\r$/, ''));
      return { end: end + 1, cells, lines };
    }
  }
}

function newlinesIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}
