/**
 * The text of a TypeScript file with its comments blanked out, every character still in its place. Not a
 * parser: it knows strings, templates and regular expressions well enough to tell where a comment begins.
 */
export function withoutComments(text: string): string {
  const out: string[] = [];
  /** Depth of braces at which each open `${` ends. */
  const templates: number[] = [];
  let depth = 0;
  let at = 0;
  let last = '';

  const take = (end: number): void => {
    out.push(text.slice(at, end));
    at = end;
  };
  const blank = (end: number): void => {
    out.push(text.slice(at, end).replaceAll(/[^\n]/g, ' '));
    at = end;
  };
  const template = (): void => {
    const end = endOfTemplate(text, at);
    if (text[end - 1] === '{') {
      templates.push(depth);
      depth += 1;
    }
    take(end);
  };

  while (at < text.length) {
    const two = text.slice(at, at + 2);
    const one = text[at] ?? '';
    if (two === '//') blank(endOr(text.indexOf('\n', at), text.length));
    else if (two === '/*') blank(endOr(text.indexOf('*/', at + 2) + 2, text.length, 1));
    else if (one === "'" || one === '"') take(endOfString(text, at));
    else if (one === '`') {
      at += 1;
      out.push('`');
      template();
    } else if (one === '/' && '(,=:[!&|?{};+\n'.includes(last)) take(endOfRegExp(text, at));
    else {
      if (one === '{') depth += 1;
      if (one === '}') depth -= 1;
      take(at + 1);
      if (one === '}' && templates.at(-1) === depth) {
        templates.pop();
        template();
      }
    }
    const seen = text[at - 1] ?? '';
    if (seen !== ' ') last = seen;
  }
  return out.join('');
}

export function lineOf(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function endOr(found: number, otherwise: number, none = -1): number {
  return found === none ? otherwise : found;
}

/** A string ends with its quote, or with the line: an apostrophe in JSX text is no string. */
function endOfString(text: string, from: number): number {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return at + 1;
    else if (text[at] === '\n') return from + 1;
  }
  return from + 1;
}

/** Just behind the closing backtick, or behind the next `${`. */
function endOfTemplate(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '`') return at + 1;
    else if (text[at] === '$' && text[at + 1] === '{') return at + 2;
  }
  return text.length;
}

function endOfRegExp(text: string, from: number): number {
  let inClass = false;
  for (let at = from + 1; at < text.length; at += 1) {
    const one = text[at];
    if (one === '\\') at += 1;
    else if (one === '\n') return from + 1;
    else if (one === '[') inClass = true;
    else if (one === ']') inClass = false;
    else if (one === '/' && !inClass) return at + 1;
  }
  return from + 1;
}
