import { expect, test } from 'vitest';
import { OPERATIONS, schemaOf, type JsonSchema } from './operations.ts';

/** Where an object takes fields that nobody declared: what is sent too much must be refused, not swallowed. */
function loose(schema: JsonSchema, at: string): string[] {
  const inside = [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => loose(one, `${at}.${name}`)),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => loose(one, at)),
    ...(schema.items ? loose(schema.items, `${at}[]`) : []),
  ];
  return schema.properties && schema.additionalProperties !== false ? [at, ...inside] : inside;
}

test('no operation takes a field that it has not declared (OWASP API3: mass assignment)', () => {
  const found = OPERATIONS.flatMap(({ id, body, query, params }) => [
    ...loose(schemaOf(body), `${id} body`),
    ...loose(schemaOf(query), `${id} query`),
    ...loose(schemaOf(params), `${id} params`),
  ]);
  expect(found).toEqual([]);
});
