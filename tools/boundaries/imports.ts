export interface Import {
  readonly specifier: string;
  /** Erased before anything runs. */
  readonly typeOnly: boolean;
  /** Of the specifier in the file. */
  readonly index: number;
}

const STATIC = /(?:^|[\n;])\s*(?:import|export)\s+(type\s+)?(?:[\w$*{}\s,]+?\s+from\s+|)(['"])([^'"\n]+)\2/g;
const DYNAMIC = /\bimport\(\s*(['"])([^'"\n]+)\1\s*[),]/g;

/** `text` is without comments. */
export function importsIn(text: string): Import[] {
  const found: Import[] = [];
  for (const match of text.matchAll(STATIC)) {
    const specifier = match[3] ?? '';
    found.push({
      specifier,
      typeOnly: match[1] !== undefined,
      index: match.index + match[0].lastIndexOf(specifier),
    });
  }
  for (const match of text.matchAll(DYNAMIC)) {
    found.push({ specifier: match[2] ?? '', typeOnly: false, index: match.index });
  }
  return found;
}
