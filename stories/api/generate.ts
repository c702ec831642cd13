import fc from 'fast-check';
import { PREFIXES } from '@mosty/kernel/id';
import type { JsonSchema } from './operations.ts';

const ID = /\^([a-z]{2,4})_/;
const GARBAGE = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '=cmd|calc',
  '<script>',
  '💥',
  '\u202eоборот',
  '1e999',
  '-0',
  'null',
  "'; DROP TABLE x; --",
  '9'.repeat(40),
  'a'.repeat(5_000),
];

/** Bodies that are almost right: the shape asked for with one thing or another broken, and plain nonsense. */
export function bodies(schema: JsonSchema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 6, arbitrary: valueOf(schema, 0) }, { weight: 1, arbitrary: nonsense() });
}

/** Bodies of the shape asked for, nothing broken on purpose; rules beyond the shape may still refuse them. */
export function soundBodies(schema: JsonSchema): fc.Arbitrary<unknown> {
  return rightValue(schema, SOUND);
}

/** So deep nothing is broken any more. */
const SOUND = 7;

function nonsense(): fc.Arbitrary<unknown> {
  return fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(...GARBAGE, [], {}, null, 0, -1, 2 ** 53, 1.5));
}

function valueOf(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const right = rightValue(schema, depth);
  return depth >= SOUND
    ? right
    : fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: nonsense() });
}

function rightValue(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => valueOf(choice, depth + 1)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, depth);
    case 'array':
      return fc.array(valueOf(schema.items ?? {}, depth + 1), {
        maxLength: Math.min(schema.maxItems ?? 4, 4),
        minLength: Math.min(schema.minItems ?? 0, 2),
      });
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? -(2 ** 31), -(2 ** 31)),
        max: Math.min(schema.maximum ?? 2 ** 31 - 1, 2 ** 31 - 1),
      });
    case 'number':
      return fc.double({
        noNaN: true,
        min: Math.max(schema.minimum ?? -1e9, -1e9),
        max: Math.min(schema.maximum ?? 1e9, 1e9),
      });
    case 'boolean':
      return fc.boolean();
    case 'string':
      return textOf(schema);
    default:
      return nonsense();
  }
}

function objectOf(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, field]) => [name, valueOf(field, depth + 1)] as const,
  );
  const known = fc.record(Object.fromEntries(fields), {
    requiredKeys: [...(schema.required ?? [])].filter((name) => fields.some(([known]) => known === name)),
  });
  if (depth >= SOUND) return known;
  const stray = fc.constantFrom('workspaceId', 'id', '__proto__', 'isAdmin');
  return fc.oneof(
    { weight: 8, arbitrary: known },
    {
      weight: 1,
      arbitrary: fc.tuple(known, stray).map(([value, name]) => ({ ...(value as object), [name]: 'x' })),
    },
  );
}

function textOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const prefix = schema.pattern ? ID.exec(schema.pattern)?.[1] : undefined;
  if (prefix && Object.values<string>(PREFIXES).includes(prefix)) {
    return fc
      .array(fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz'), { minLength: 25, maxLength: 25 })
      .map((tail) => `${prefix}_0${tail.join('')}`);
  }
  if (schema.format === 'date')
    return fc
      .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
  if (schema.format === 'date-time')
    return fc
      .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString());
  if (schema.format === 'uri') return fc.webUrl({ validSchemes: ['https'] });
  if (schema.format === 'email') return fc.emailAddress();
  if (schema.pattern) {
    try {
      return fc.stringMatching(new RegExp(schema.pattern));
    } catch {
      return fc.string();
    }
  }
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.string({
        minLength: Math.min(schema.minLength ?? 0, 20),
        maxLength: Math.min(schema.maxLength ?? 60, 60),
        unit: 'grapheme',
      }),
    },
    { weight: 1, arbitrary: fc.constantFrom(...GARBAGE) },
  );
}
