import { Select } from '@mantine/core';
import { RefusalNotice, toast, useVerb, useWords } from '@mosty/ui-kit';
import { DEPARTMENTS, setDepartment, type AgreementCard } from '../contract.ts';
import { AGREEMENT_READS } from './agreement-reads.ts';
import classes from './agreements.module.css';

/** An alliance may be led apart from partner sales: by whom is said here (S2.32). */
export function Department({ agreement }: { agreement: AgreementCard }) {
  const t = useWords('agreements');
  const verb = useVerb(setDepartment, {
    invalidates: AGREEMENT_READS,
    onDone: () => toast(t('department.done')),
  });
  if (agreement.class !== 'alliance' || agreement.state === 'ended') return null;
  const { id, department } = agreement;
  const said = department ? t('department.line', { department: t(`department.of.${department}`) }) : null;
  if (agreement.can['propose'] !== true) return said ? <p className={classes.soft}>{said}</p> : null;
  return (
    <div style={{ maxWidth: 360, marginBottom: 16 }}>
      <Select
        label={t('department.label')}
        description={department ? undefined : t('department.nobody')}
        data={DEPARTMENTS.map((value) => ({ value, label: t(`department.of.${value}`) }))}
        value={department}
        allowDeselect={false}
        disabled={verb.isPending}
        onChange={(value) => {
          const chosen = DEPARTMENTS.find((one) => one === value);
          if (chosen) verb.mutate({ params: { agreementId: id }, body: { department: chosen } });
        }}
      />
      {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
    </div>
  );
}
