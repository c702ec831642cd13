import { words as agenda } from '@mosty/agenda/ui';
import { PROCESSES } from '@mosty/readiness/contract';
import { describe, expect, it } from 'vitest';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const RULES = path.resolve(import.meta.dirname, '../modules/agenda/domain/rules');
const codes = globSync('*.ts', { cwd: RULES })
  .map((file) => /code: '([a-z_]+)'/.exec(readFileSync(path.join(RULES, file), 'utf8'))?.[1])
  .filter((code) => code !== undefined);

/** Somebody waits for us: an answer, a promise, a word about an idea. */
const SUPPORT = ['answer_waiting', 'our_promise', 'feedback_waiting'];
/** Somebody is to be thanked, or helped to the first result. */
const MOTIVATION = ['recognition_due', 'first_win_late', 'top_unseen'];

describe('support and motivation are a duty of the department (S2.30)', () => {
  it('the company says who answers for support, and hears aloud when nobody does', () => {
    expect(PROCESSES).toContain('support');
  });

  it.each([...SUPPORT, ...MOTIVATION])('what is owed is a card of the week: %s', (code) => {
    expect(codes).toContain(code);
  });

  it('the cards are read in both languages', () => {
    expect(Object.keys(agenda.ru)).toEqual(Object.keys(agenda.en));
  });
});
