import { inflateSync } from 'node:zlib';

/** What a reader of the file sees, line by line: glyphs are turned back into letters by the tables the file carries. */
export function textOfPdf(file: Buffer): string {
  const objects = new Map(
    [...file.toString('latin1').matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [
      id,
      body ?? '',
    ]),
  );
  const letters = new Map<string, Map<string, string>>();
  for (const body of objects.values()) {
    const [, fonts] = /\/Font <<([\s\S]*?)>>/.exec(body) ?? [];
    for (const [, name, id] of fonts?.matchAll(/\/(F\d+) (\d+) 0 R/g) ?? []) {
      const [, table] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '') ?? [];
      if (name && table) letters.set(name, lettersOf(streamOf(objects.get(table) ?? '')));
    }
  }
  const lines: string[] = [];
  for (const body of objects.values()) {
    const drawn = body.includes('/Length') && !body.includes('/Type') ? streamOf(body) : '';
    let font = new Map<string, string>();
    for (const [, name, glyphs] of drawn.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name) font = letters.get(name) ?? font;
      else if (glyphs) lines.push(spell(glyphs, font));
    }
  }
  return lines.join('\n');
}

function spell(glyphs: string, font: ReadonlyMap<string, string>): string {
  const codes = [...glyphs.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex]) => hex?.match(/.{4}/g) ?? []);
  return codes.map((code) => font.get(code.toLowerCase()) ?? '').join('');
}

/** `<from> <to> [<letters> …]`: what each glyph from the first to the last stands for. */
function lettersOf(table: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, from, , listed] of table.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi))
    for (const [place, [, hex = '']] of [...(listed ?? '').matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const glyph = (Number.parseInt(from ?? '0', 16) + place).toString(16).padStart(4, '0');
      const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
      found.set(glyph, String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))));
    }
  return found;
}

function streamOf(body: string): string {
  const [, stream] = /stream\n([\s\S]*?)\nendstream/.exec(body) ?? [];
  if (stream === undefined) return '';
  const bytes = Buffer.from(stream, 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}
