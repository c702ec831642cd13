/** A test by the file it lies in and what its name says must hold. */
export interface Cited {
  readonly file: string;
  readonly name: string;
}

const NAMED =
  /\b(?:it|test|describe)(?:\.(?:each|for|concurrent|describe|serial|prop)\b(?:\([^)]*\))?)*\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/gs;
const ID = /S([0-3])\.(\d+)(?:\s*[–-]\s*(?:S\1\.)?(\d+))?/g;

/** The requirements a name cites: «S0.41–S0.44» and «S0.41–44» are four of them. */
export function idsIn(name: string): string[] {
  return Array.from(name.matchAll(ID)).flatMap(([, source, from, to]) =>
    Array.from(
      { length: Math.max(1, Number(to ?? from) - Number(from) + 1) },
      (_none, step) => `S${source}.${Number(from) + step}`,
    ),
  );
}

/** Which tests cite which requirement, by the names of tests only: what a comment says holds nothing. */
export function citedBy(sources: ReadonlyMap<string, string>): Map<string, Cited[]> {
  const cited = new Map<string, Cited[]>();
  for (const [file, text] of sources) {
    for (const [, , name = ''] of text.matchAll(NAMED)) {
      for (const id of new Set(idsIn(name))) cited.set(id, [...(cited.get(id) ?? []), { file, name }]);
    }
  }
  return cited;
}
