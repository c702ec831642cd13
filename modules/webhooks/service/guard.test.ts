import { describe, expect, test } from 'vitest';
import { checkTarget, type Guard } from './guard.ts';
import { isInside } from './inside.ts';

const INSIDE = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:a9fe:a9fe',
  '::127.0.0.1',
  '64:ff9b::a9fe:a9fe',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'ff02::1',
  '2001::1',
  '2002:7f00:1::',
  '2001:db8::1',
  'nonsense',
];
const OUTSIDE = [
  '1.1.1.1',
  '8.8.8.8',
  '100.63.255.255',
  '172.32.0.1',
  '2606:4700:4700::1111',
  '2a02:6b8::feed:ff',
];

test.each(INSIDE)('%s is inside', (address) => expect(isInside(address)).toBe(true));
test.each(OUTSIDE)('%s is the internet', (address) => expect(isInside(address)).toBe(false));

function guardOf(...answers: string[][]): Guard & { asked: number } {
  const guard = {
    allowsInside: false,
    asked: 0,
    resolve: async () => {
      const found = answers[Math.min(guard.asked, answers.length - 1)] ?? [];
      guard.asked += 1;
      return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
  };
  return guard;
}

describe('the guard', () => {
  test('resolves once and hands over the checked address: a second answer changes nothing (rebinding)', async () => {
    const guard = guardOf(['93.184.216.34'], ['127.0.0.1']);
    expect(await checkTarget(guard, 'https://rebinding.example/x')).toMatchObject({
      address: '93.184.216.34',
    });
    expect(guard.asked).toBe(1);
  });

  test('refuses a name with one inside address among public ones', async () => {
    await expect(
      checkTarget(guardOf(['1.1.1.1', '10.0.0.5']), 'https://mixed.example'),
    ).rejects.toMatchObject({
      reason: 'inside_address',
    });
  });

  test.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://017700000001/',
    'https://[::1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://localhost./',
  ])('refuses %s however it is spelled', async (url) => {
    await expect(checkTarget(guardOf(['127.0.0.1']), url)).rejects.toMatchObject({
      reason: 'inside_address',
    });
  });

  test('refuses http and names nobody knows', async () => {
    await expect(checkTarget(guardOf(['1.1.1.1']), 'http://plain.example')).rejects.toMatchObject({
      reason: 'insecure',
    });
    await expect(checkTarget(guardOf([]), 'https://nobody.example')).rejects.toMatchObject({
      reason: 'unknown_host',
    });
  });
});
