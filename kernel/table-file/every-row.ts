/** Rows asked for at once: a page of a screen is too small to walk a long list by. */
const PAGE_ROWS = 1_000;

interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

/** Every row of a list that is read by pages, a page at a time. Read inside one `look`, they are of one moment. */
export async function* everyRow<Row>(
  read: (asked: { cursor: string | undefined; limit: number }) => Promise<Page<Row>>,
): AsyncGenerator<Row> {
  let cursor: string | undefined;
  do {
    const page = await read({ cursor, limit: PAGE_ROWS });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
