import type { FileAnswer } from '../http/index.ts';
import { written } from './written.ts';

/** Rows under a name: what a list answers, page by page. */
export interface Section {
  readonly name: string;
  readonly rows: AsyncIterable<unknown>;
}

/** Many lists as one JSON file, `{ "name": [row, …], … }`. Of lists of any length no more than a page is in memory. */
export async function writeSections(filename: string, sections: Iterable<Section>): Promise<FileAnswer> {
  return {
    filename,
    contentType: 'application/json; charset=utf-8',
    content: await written(chunksOf(sections)),
  };
}

async function* chunksOf(sections: Iterable<Section>): AsyncGenerator<string> {
  let before = '{';
  for (const { name, rows } of sections) {
    yield `${before}\n${JSON.stringify(name)}: [`;
    before = ',';
    let between = '\n';
    for await (const row of rows) {
      yield between + JSON.stringify(row);
      between = ',\n';
    }
    yield ']';
  }
  yield before === '{' ? '{}\n' : '\n}\n';
}
