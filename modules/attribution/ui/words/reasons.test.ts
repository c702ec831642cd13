import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { reasons } from './reasons.ts';

const ENGINE = path.resolve(import.meta.dirname, '../../domain/engine');
const MODELS = ['first', 'last', 'linear', 'position', 'time_decay'];

/** Every code that stands in the engine's sources: `code: '…'`, `nothing('…')`, `named(one, '…')`, and those of models. */
function codesOfEngine(): string[] {
  const found = new Set<string>();
  for (const name of readdirSync(ENGINE, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const source = readFileSync(path.join(ENGINE, name), 'utf8');
    for (const [, code] of source.matchAll(/(?:code: |nothing\(|named\(one, )'([a-z_]+)'/g))
      found.add(code ?? '');
    for (const [, one, other] of source.matchAll(/\? '([a-z_]+)' : '([a-z_]+)'/g))
      for (const code of [one, other]) if (code?.includes('_') || code === 'ruled') found.add(code ?? '');
    if (source.includes('`touched_${')) for (const model of MODELS) found.add(`touched_${model}`);
    if (source.includes('`not_${')) for (const model of MODELS) found.add(`not_${model}_touch`);
  }
  return [...found].sort();
}

describe('every code of the engine is said in words', () => {
  const codes = codesOfEngine();
  it('and there are no words without a code', () => {
    expect(Object.keys(reasons.ru).sort()).toEqual(codes);
  });
  it('in both languages, with the same figures in them', () => {
    const figures = (text: string) =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
    expect(Object.keys(reasons.en).sort()).toEqual(codes);
    for (const code of codes as (keyof typeof reasons.ru)[])
      expect([code, figures(reasons.ru[code])]).toEqual([code, figures(reasons.en[code])]);
  });
});
