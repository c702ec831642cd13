import { useFormat, useWords } from '@mosty/ui-kit';
import { isShareOf } from '../contract/signs.ts';

interface Said {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Figures of a finding in words: shares are parts per million, days and months are the calendar’s. */
export function useSaid() {
  const t = useWords('integrity');
  const format = useFormat();
  const value = (code: string, name: string, one: string | number): string => {
    if (name === 'question') return t(`question.${one}`);
    if (name === 'answer') return t(`answer.${one}`);
    if (name === 'day' || name === 'month') return format.when(String(one));
    if (typeof one === 'string') return one;
    return isShareOf(code, name) ? format.percent(one) : format.count(one);
  };
  return (kind: 'measure' | 'row', { code, params }: Said): string =>
    t(
      `${kind}.${code}`,
      Object.fromEntries(Object.entries(params).map(([name, one]) => [name, value(code, name, one)])),
    );
}
