import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FormShell,
  LinesSkeleton,
  Loaded,
  SidePanel,
  toast,
  useRead,
  useVerb,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { getLinkSettings, setLinkSettings } from '../contract.ts';

/** Parts per million in a percent. */
const PPM = 10_000;
const WHOLE_PERCENT = 100;
const WITH_SUBDOMAINS = '*.';

/** Where links may lead, where they answer, and below which price no code goes. */
export function LinkSettings({ onClose }: { onClose: () => void }) {
  const t = useWords('tracking');
  const read = useRead(getLinkSettings, {});
  return (
    <SidePanel opened onClose={onClose} title={t('linkSettings.title')}>
      <Loaded read={read} skeleton={<LinesSkeleton lines={6} />}>
        {(settings) => <SettingsForm settings={settings} onClose={onClose} />}
      </Loaded>
    </SidePanel>
  );
}

function SettingsForm({
  settings,
  onClose,
}: {
  settings: AnswerOf<typeof getLinkSettings>;
  onClose: () => void;
}) {
  const t = useWords('tracking');
  const verb = useVerb(setLinkSettings, {
    invalidates: [getLinkSettings],
    onDone: () => {
      toast(t('linkSettings.saved'));
      onClose();
    },
  });
  const form = useForm({
    initialValues: {
      destinations: settings.destinations
        .map((one) => (one.withSubdomains ? `${WITH_SUBDOMAINS}${one.host}` : one.host))
        .join('\n'),
      domains: settings.domains.join('\n'),
      neutralTo: settings.neutralTo ?? '',
      mostDiscount: WHOLE_PERCENT - settings.floorPpm / PPM,
      ourDiscount: settings.ourDiscountPpm / PPM,
    },
  });
  return (
    <FormShell
      form={form}
      submit={t('linkSettings.save')}
      busy={verb.isPending}
      refusal={verb.error}
      guard={false}
      onCancel={onClose}
      onSubmit={({ destinations, domains, neutralTo, mostDiscount, ourDiscount }) =>
        verb.mutateAsync({
          body: {
            destinations: linesOf(destinations).map((line) => ({
              host: line.replace(WITH_SUBDOMAINS, ''),
              withSubdomains: line.startsWith(WITH_SUBDOMAINS),
            })),
            domains: linesOf(domains),
            neutralTo: neutralTo.trim() || null,
            floorPpm: Math.round((WHOLE_PERCENT - mostDiscount) * PPM),
            ourDiscountPpm: Math.round(ourDiscount * PPM),
          },
        })
      }
    >
      <Textarea
        label={t('linkSettings.destinations')}
        description={t('linkSettings.destinationsNote')}
        autosize
        minRows={3}
        {...form.getInputProps('destinations')}
      />
      <Textarea
        label={t('linkSettings.domains')}
        description={t('linkSettings.domainsNote')}
        autosize
        minRows={2}
        {...form.getInputProps('domains')}
      />
      <TextInput
        label={t('linkSettings.neutralTo')}
        description={t('linkSettings.neutralToNote')}
        type="url"
        {...form.getInputProps('neutralTo')}
      />
      <NumberInput
        label={t('linkSettings.mostDiscount')}
        description={t('linkSettings.mostDiscountNote')}
        min={0}
        max={100}
        decimalScale={2}
        hideControls
        {...form.getInputProps('mostDiscount')}
      />
      <NumberInput
        label={t('linkSettings.ourDiscount')}
        description={t('linkSettings.ourDiscountNote')}
        min={0}
        max={100}
        decimalScale={2}
        hideControls
        {...form.getInputProps('ourDiscount')}
      />
    </FormShell>
  );
}

function linesOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}
