import { Badge, type Tone, useWords } from '@mosty/ui-kit';
import type { FlagState, Severity } from '../contract/signs.ts';

const OF_SEVERITY: Readonly<Record<Severity, Tone>> = { watch: 'plain', serious: 'warn', critical: 'risk' };
const OF_STATE: Readonly<Record<FlagState, Tone>> = {
  open: 'warn',
  asked: 'plain',
  held: 'risk',
  incident: 'warn',
  lifted: 'faint',
  closed: 'faint',
};

export function SeverityMark({ severity }: { severity: Severity }) {
  const t = useWords('integrity');
  return <Badge tone={OF_SEVERITY[severity]}>{t(`severity.${severity}`)}</Badge>;
}

export function StateMark({ state }: { state: FlagState }) {
  const t = useWords('integrity');
  return <Badge tone={OF_STATE[state]}>{t(`state.${state}`)}</Badge>;
}
