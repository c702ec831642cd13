import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { applyCuts, cutsIn } from './light-contracts-plugin.ts';

function light(code: string): string {
  const { program } = parseSync('contract.ts', code);
  return applyCuts(code, cutsIn(program));
}

test('an operation keeps what a request needs and loses the shapes only the server reads', () => {
  const code = `export const getSale = operation({ id: 'getSale', path: '/sales/:id', params: z.object({ id: saleId }), answer: saleSchema });`;
  expect(light(code)).toBe(
    `export const getSale = /* @__PURE__ */ (() => (operation({ id: 'getSale', path: '/sales/:id', params: undefined, answer: undefined })))();`,
  );
});

test('a computed constant may be dropped, a plain one is left alone', () => {
  expect(
    light(`const a = z.string(); export const LIMIT = 100; export function f() { return z.int(); }`),
  ).toBe(
    `const a = /* @__PURE__ */ (() => (z.string()))(); export const LIMIT = 100; export function f() { return z.int(); }`,
  );
});
