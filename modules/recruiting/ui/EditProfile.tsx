import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { proposeProfile, publishProfile, readCheck, readProfile, type PartnerProfile } from '../contract.ts';
import classes from './check.module.css';

/** A new version of the profile. A trait whose words were not touched keeps those of the program. */
export function EditProfile({ profile, onClose }: { profile: PartnerProfile; onClose: () => void }) {
  const t = useWords('recruiting');
  const verb = useVerb(publishProfile, {
    invalidates: [readProfile, proposeProfile, readCheck],
    onDone: () => {
      toast(t('profile.published'));
      onClose();
    },
  });
  const form = useForm({
    initialValues: {
      threshold: profile.body.threshold,
      reason: '',
      traits: profile.body.traits.map((trait) => ({
        code: trait.code,
        says: trait.says ?? t(`trait.${trait.code}`),
        weight: trait.weight,
        isMust: trait.isMust,
      })),
    },
    validate: {
      reason: (value) => (value.trim() ? null : t('check.needed')),
      traits: { says: (value) => (value.trim() ? null : t('check.needed')) },
    },
  });
  const shippedWords = new Map(
    profile.body.traits.filter(({ says }) => says === null).map(({ code }) => [code, t(`trait.${code}`)]),
  );
  // A code nobody had: answers about a trait that was once taken out are not to speak of another one.
  const add = () =>
    form.insertListItem('traits', {
      code: `own_${Date.now().toString(36)}`,
      says: '',
      weight: 3,
      isMust: false,
    });
  return (
    <SidePanel opened onClose={onClose} title={t('profile.edit')} wide>
      <FormShell
        form={form}
        submit={t('profile.publish')}
        busy={verb.isPending}
        refusal={verb.error}
        onSubmit={({ threshold, reason, traits }) =>
          verb.mutateAsync({
            body: {
              reason,
              body: {
                threshold: Number(threshold),
                traits: traits.map(({ code, says, weight, isMust }) => ({
                  code,
                  says: shippedWords.get(code) === says ? null : says,
                  weight: Number(weight),
                  isMust,
                })),
              },
            },
          })
        }
      >
        <NumberInput
          label={t('profile.thresholdOf')}
          min={1}
          max={100}
          {...form.getInputProps('threshold')}
        />
        {form.values.traits.map((trait, place) => (
          <fieldset key={trait.code} className={classes.trait}>
            <TextInput label={t('profile.says')} {...form.getInputProps(`traits.${place}.says`)} />
            <NumberInput
              label={t('profile.weightOf')}
              min={1}
              max={10}
              {...form.getInputProps(`traits.${place}.weight`)}
            />
            <Checkbox
              label={t('profile.isMust')}
              {...form.getInputProps(`traits.${place}.isMust`, { type: 'checkbox' })}
            />
            {form.values.traits.length > 1 ? (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                onClick={() => form.removeListItem('traits', place)}
              >
                {t('profile.remove')}
              </Button>
            ) : null}
          </fieldset>
        ))}
        {form.values.traits.length < 20 ? (
          <Button variant="default" onClick={add}>
            {t('profile.add')}
          </Button>
        ) : null}
        <TextInput label={t('profile.reason')} required {...form.getInputProps('reason')} />
      </FormShell>
    </SidePanel>
  );
}
