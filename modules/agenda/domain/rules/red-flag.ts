import type { BusinessDate } from '@mosty/kernel/time';
import { defineRule } from '../rule.ts';

export interface FlagRow {
  readonly flagId: string;
  readonly partnerId: string;
  readonly severity: 'watch' | 'serious' | 'critical';
  readonly answerDueOn: BusinessDate | null;
  readonly heldMinor: bigint;
  readonly atStakeMinor: bigint;
}

/** A red flag that nobody settled yet; a critical one stands first. */
export const redFlag = defineRule<FlagRow>({
  code: 'red_flag',
  liftPpm: 900_000,
  minutes: 30,
  isNewFace: false,
  name: { ru: 'Красный флаг', en: 'Red flag' },
  why: (params, partner) => {
    const weight = {
      watch: { ru: 'присмотреться', en: 'to watch' },
      serious: { ru: 'серьёзный', en: 'serious' },
      critical: { ru: 'критический', en: 'critical' },
    }[String(params['severity'])] ?? { ru: '', en: '' };
    return {
      ru: `У «${partner}» открыт красный флаг (${weight.ru})`,
      en: `“${partner}” has an open red flag (${weight.en})`,
    };
  },
  fix: { ru: 'Спросить партнёра до того, как судить', en: 'Ask the partner before judging' },
  step: {
    ru: 'Разобрать подтверждения и снять флаг или завести инцидент',
    en: 'Go through the evidence and lift the flag or open an incident',
  },
  find: (rows) =>
    rows.map((row) => ({
      subject: row.flagId,
      partnerId: row.partnerId,
      stakeMinor: row.heldMinor + row.atStakeMinor,
      dueOn: row.answerDueOn,
      pinned: row.severity === 'critical' ? ('critical' as const) : null,
      params: { severity: row.severity },
    })),
});
