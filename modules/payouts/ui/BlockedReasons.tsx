import { formatMoney, formatWhen, useLanguage, useMe, useWords } from '@mosty/ui-kit';
import type { Blocked } from '../contract.ts';

/** Why money does not go out, in words; nothing when nothing stands in the way. */
export function BlockedReasons({ reasons, currency }: { reasons: readonly Blocked[]; currency: string }) {
  const t = useWords('payouts');
  const language = useLanguage();
  const { zone } = useMe().workspace;
  const say = ({ code, params }: Blocked): string => {
    const shown = Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        if (typeof value === 'number' && name.endsWith('Minor'))
          return [name, formatMoney(value, currency, language)];
        if (name === 'until' && typeof value === 'string')
          return [name, formatWhen(value, 'time', language, zone)];
        return [name, value];
      }),
    );
    return t(`blocked.${code}`, shown);
  };
  return (
    <>
      {reasons.map((reason) => (
        <div key={reason.code}>{say(reason)}</div>
      ))}
    </>
  );
}
