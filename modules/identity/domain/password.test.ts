import { describe, expect, it } from 'vitest';
import { Refusal } from '@mosty/kernel/refusal';
import { acceptablePassword } from './password.ts';

const person = { email: 'marina@mosty.test', name: 'Марина Котова' };
const codeOf = (password: string): string => {
  const verdict = acceptablePassword(password, person);
  return verdict instanceof Refusal ? verdict.code : 'fine';
};

describe('a password', () => {
  it('is long', () => {
    expect(codeOf('short')).toBe('identity.password_short');
    expect(codeOf('x1'.repeat(65))).toBe('identity.password_long');
  });

  it('is not what everybody tries first', () => {
    expect(codeOf('1234567890')).toBe('identity.password_common');
    expect(codeOf('aaaaaaaaaaaa')).toBe('identity.password_common');
    expect(codeOf('Qwertyuiop')).toBe('identity.password_common');
  });

  it('is not the person’s own name or address', () => {
    expect(codeOf('marina@mosty.test')).toBe('identity.password_personal');
    expect(codeOf('Марина Котова1')).toBe('identity.password_personal');
  });

  it('may be any other words', () => {
    expect(codeOf('три зелёных моста')).toBe('fine');
  });
});
