import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { listScenarios } from '@mosty/scenarios/contract';
import {
  FormShell,
  Loaded,
  SidePanel,
  toast,
  useRead,
  useVerb,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { chooseScenario, listLaunches, readLaunch, type Launch } from '../contract.ts';

interface Props {
  readonly partnerId: Launch['partner']['id'];
  readonly launch: Launch;
  readonly onClose: () => void;
}

/** Which scenario the two sides offer together. */
export function ChooseScenario(props: Props) {
  const t = useWords('onboarding');
  const read = useRead(listScenarios, { query: { limit: 100 } });
  return (
    <SidePanel opened onClose={props.onClose} title={t('card.choose')}>
      <Loaded read={read}>{({ items }) => <Choose {...props} items={items} />}</Loaded>
    </SidePanel>
  );
}

function Choose({
  partnerId,
  launch,
  items,
  onClose,
}: Props & { readonly items: AnswerOf<typeof listScenarios>['items'] }) {
  const t = useWords('onboarding');
  const verb = useVerb(chooseScenario, { invalidates: [readLaunch, listLaunches] });
  const form = useForm({
    initialValues: { scenario: (launch.scenario?.id ?? '') as string },
    validate: { scenario: (value) => (value ? null : t('session.need')) },
  });
  async function send({ scenario }: typeof form.values): Promise<void> {
    const chosen = items.find(({ id }) => id === scenario);
    if (!chosen) return;
    await verb.mutateAsync({ params: { partnerId }, body: { scenarioId: chosen.id } });
    toast(t('step.saved'));
    onClose();
  }
  return (
    <FormShell
      form={form}
      submit={t('step.save')}
      onSubmit={send}
      onCancel={onClose}
      busy={verb.isPending}
      refusal={verb.error}
    >
      <Select
        label={t('card.scenario')}
        searchable
        nothingFoundMessage={t('card.noScenarios')}
        data={items.map(({ id, title }) => ({ value: id as string, label: title }))}
        {...form.getInputProps('scenario')}
      />
    </FormShell>
  );
}
