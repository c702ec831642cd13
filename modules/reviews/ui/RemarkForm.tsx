import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { readReview, remarkReview, type Point, type Review } from '../contract.ts';

/** A word of a point, read by both sides. */
export function RemarkForm({
  of: review,
  point,
  onClose,
}: {
  of: Review;
  point: Point;
  onClose: () => void;
}) {
  const t = useWords('reviews');
  const verb = useVerb(remarkReview, { invalidates: [readReview] });
  const form = useForm({
    initialValues: { text: '' },
    validate: { text: (value) => (value.trim().length >= 3 ? null : t('form.needText')) },
  });
  return (
    <SidePanel opened onClose={onClose} title={t(`point.${point}`)}>
      <FormShell
        form={form}
        submit={t('form.save')}
        onSubmit={({ text }) =>
          verb.mutateAsync({ params: { reviewId: review.id }, body: { point, text: text.trim() } })
        }
        onDone={() => {
          toast(t('form.said'));
          onClose();
        }}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Textarea
          label={t('form.text')}
          autosize
          minRows={3}
          maxLength={2_000}
          required
          {...form.getInputProps('text')}
        />
      </FormShell>
    </SidePanel>
  );
}
