import { Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { PickClient } from '@mosty/directory/parts';
import { useWords } from '@mosty/ui-kit';
import { KINDS_OF, type Kind, type ReportingClass } from '../contract.ts';

/** What an agreement of a class names besides: its kind where there is a choice, and the client that a referrer is. */
export function KindAndClient<T extends { kind: string; clientId: string | null }>({
  of,
  form,
}: {
  of: ReportingClass;
  form: UseFormReturnType<T>;
}) {
  const t = useWords('agreements');
  return (
    <>
      {KINDS_OF[of].length > 1 ? (
        <Select
          label={t('open.kind')}
          allowDeselect={false}
          data={KINDS_OF[of].map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
      ) : null}
      {of === 'referral' ? (
        <PickClient
          label={t('open.client')}
          description={t('open.clientNote')}
          proven
          required
          value={form.values.clientId}
          error={form.errors['clientId']}
          onChange={(clientId) => form.setValues({ clientId } as Partial<T>)}
        />
      ) : null}
    </>
  );
}

/** The chosen kind, or the first of the class when it has no such kind. */
export function kindOf(of: ReportingClass, chosen: string): Kind {
  return KINDS_OF[of].find((kind) => kind === chosen) ?? KINDS_OF[of][0] ?? 'agent';
}
