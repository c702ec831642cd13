import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const CSS = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');

function coloursOf(scheme: 'light' | 'dark'): Record<string, string> {
  const block =
    new RegExp(`\\[data-mantine-color-scheme=["']${scheme}["']\\]\\s*\\{([^}]*)\\}`).exec(CSS)?.[1] ?? '';
  const colours: Record<string, string> = {};
  for (const [, name = '', value = ''] of block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g))
    colours[name] = value;
  return colours;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const ON_PAPER = ['ink', 'ink-soft', 'ink-faint', 'accent', 'warn', 'risk'];
const PAPERS = ['paper', 'paper-raised', 'paper-sunk'];
const PAIRS = [
  ...ON_PAPER.flatMap((text) => PAPERS.map((paper) => [text, paper] as const)),
  ['accent', 'accent-soft'],
  ['warn', 'warn-soft'],
  ['risk', 'risk-soft'],
  ['ink-soft', 'warn-soft'],
] as const;

test.each(['light', 'dark'] as const)(
  'every text on every paper reads at 4.5 to 1 or better, %s (WCAG 2.2 AA)',
  (scheme) => {
    const colours = coloursOf(scheme);
    const weak = PAIRS.map(([text, paper]) => ({
      text,
      paper,
      ratio: contrast(colours[text] ?? '', colours[paper] ?? ''),
    })).filter(({ ratio }) => !(ratio >= 4.5));
    expect(weak).toEqual([]);
  },
);
