/** A key that code asks for. `isPrefix`: only its beginning is known, `state.` of `state.${x}`. */
export interface Use {
  readonly namespace: string;
  readonly key: string;
  readonly isPrefix: boolean;
  readonly index: number;
}

const DECLARED =
  /\bconst\s+(\w+)\s*=\s*use(?:Words|Translation)\(\s*(?:'([\w-]+)')?\s*\)|\bconst\s*\{\s*t\b[^}]*\}\s*=\s*useTranslation\(\s*(?:'([\w-]+)')?\s*\)/g;
const LABEL = /\blabel:\s*'([\w.]+)'/g;

/** `text` is without comments; `own` is the namespace of the file's module, for a `t` handed in as an argument. */
export function usesIn(text: string, own: string, isIndex: boolean): Use[] {
  const declared = [...text.matchAll(DECLARED)].map((match) => ({
    name: match[1] ?? 't',
    namespace: match[2] ?? match[3] ?? own,
    index: match.index,
  }));
  const names = new Set(['t', ...declared.map((it) => it.name)]);
  const call = new RegExp(`(?<![\\w.$])(${[...names].join('|')})\\(`, 'g');
  const found: Use[] = [];
  for (const match of text.matchAll(call)) {
    const from = match.index + match[0].length;
    const nearest = declared.filter((it) => it.name === match[1] && it.index < match.index).at(-1);
    for (const literal of literalsIn(text, from)) {
      found.push(asUse(literal.value, literal.isPrefix, nearest?.namespace ?? own, literal.index));
    }
  }
  if (isIndex) {
    for (const match of text.matchAll(LABEL)) found.push(asUse(match[1] ?? '', false, own, match.index));
  }
  return found;
}

function asUse(value: string, isPrefix: boolean, namespace: string, index: number): Use {
  const [before, after] = value.split(':', 2);
  return after === undefined
    ? { namespace, key: value, isPrefix, index }
    : { namespace: before ?? namespace, key: after, isPrefix, index };
}

interface Literal {
  readonly value: string;
  readonly isPrefix: boolean;
  readonly index: number;
}

/** The texts the first argument may turn out to be; what is only compared with is left out. */
function literalsIn(text: string, from: number): Literal[] {
  const found: Literal[] = [];
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const one = text[at] ?? '';
    if ('([{'.includes(one)) depth += 1;
    else if (')]}'.includes(one)) depth -= 1;
    if (depth < 0 || (depth === 0 && one === ',')) break;
    if (one !== "'" && one !== '"' && one !== '`') continue;
    const end = closing(text, at);
    const inside = text.slice(at + 1, end);
    const hole = one === '`' ? inside.indexOf('${') : -1;
    const isCompared = /[=!]==?\s*$/.test(text.slice(from, at)) || /^\s*[=!]==?/.test(text.slice(end + 1));
    if (depth === 0 && !isCompared) {
      const value = hole === -1 ? inside : inside.slice(0, hole);
      found.push({ value, isPrefix: hole !== -1, index: at });
    }
    at = end;
  }
  return found;
}

/** Of a template with holes too: a nested template ends at its own backtick. */
function closing(text: string, from: number): number {
  const quote = text[from];
  let braces = 0;
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (quote === '`' && text[at] === '$' && text[at + 1] === '{') braces += 1;
    else if (braces > 0 && text[at] === '}') braces -= 1;
    else if (braces > 0 && text[at] === '`') at = closing(text, at);
    else if (braces === 0 && text[at] === quote) return at;
  }
  return text.length;
}
