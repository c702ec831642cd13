import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { decideReview, DECISIONS, listReviews, readReview, type Decision, type Review } from '../contract.ts';

const GOALS = [0, 1, 2] as const;

/** Continue, change or part, with a reason; three goals at most, there is no field for a fourth. */
export function DecideForm({ of: review, onClose }: { of: Review; onClose: () => void }) {
  const t = useWords('reviews');
  const verb = useVerb(decideReview, { invalidates: [readReview, listReviews] });
  const form = useForm({
    initialValues: { decision: 'continue' as Decision, reason: '', goals: ['', '', ''] },
    validate: {
      reason: (value) => (value.trim().length >= 3 ? null : t('form.needText')),
      goals: (goals) =>
        goals.every((one) => one.trim() === '' || one.trim().length >= 3) ? null : t('form.needText'),
    },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('one.decide')}>
      <FormShell
        form={form}
        submit={t('form.decide')}
        onSubmit={({ decision, reason, goals }) =>
          verb.mutateAsync({
            params: { reviewId: review.id },
            body: { decision, reason: reason.trim(), goals: goals.map((one) => one.trim()).filter(Boolean) },
          })
        }
        onDone={() => {
          toast(t('form.decided'));
          onClose();
        }}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Radio.Group label={t('form.decision')} {...form.getInputProps('decision')}>
          <Stack gap={8} mt={8}>
            {DECISIONS.map((value) => (
              <Radio key={value} value={value} label={t(`decision.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('form.reason')}
          autosize
          minRows={2}
          maxLength={1_000}
          required
          {...form.getInputProps('reason')}
        />
        {GOALS.map((place) => (
          <TextInput
            key={place}
            label={t('form.goal', { n: place + 1 })}
            maxLength={200}
            {...form.getInputProps(`goals.${place}`)}
          />
        ))}
      </FormShell>
    </SidePanel>
  );
}
