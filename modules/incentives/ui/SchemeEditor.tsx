import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  DayInput,
  FormShell,
  PageHeading,
  PageLink,
  paths,
  toast,
  useGo,
  useMe,
  useToday,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import {
  draftNewScheme,
  draftNextVersion,
  getScheme,
  listSchemes,
  type Template,
  type Terms,
} from '../contract.ts';
import { ConditionFields } from './ConditionFields.tsx';
import { LiveExample } from './LiveExample.tsx';
import { PayFields } from './PayFields.tsx';
import { termsOfForm } from './read-terms.ts';
import { formOfTerms, type Field } from './terms-form.ts';
import { termsOfTemplate } from './template-terms.ts';
import classes from './incentives.module.css';

export interface EditedScheme {
  readonly id: string;
  readonly name: string;
  readonly purpose: string | null;
  /** Terms to begin from: of the draft, or of the last version. */
  readonly terms: Terms;
  readonly validFrom: string;
}

interface Props {
  readonly template?: Template | null;
  readonly scheme?: EditedScheme;
  readonly onCancel: () => void;
}

const WRONG: Partial<Record<Field, string>> = {
  rate: 'editor.wrongRate',
  bonusRate: 'editor.wrongRate',
  vatRate: 'editor.wrongRate',
  maxDiscount: 'editor.wrongRate',
  roles: 'editor.wrongRate',
  tiers: 'editor.wrongTiers',
  holdDays: 'editor.wrongDays',
  months: 'editor.wrongMonths',
  bonus: 'editor.wrongBonus',
};

/** A draft of terms: fields on the left, on the right what they mean and what a sale would earn. */
export function SchemeEditor({ template = null, scheme, onCancel }: Props) {
  const t = useWords('incentives');
  const go = useGo();
  const today = useToday();
  const { currency } = useMe().workspace;
  const create = useVerb(draftNewScheme, { invalidates: [listSchemes] });
  const change = useVerb(draftNextVersion, { invalidates: [listSchemes, getScheme] });
  const from = scheme?.terms ?? (template ? termsOfTemplate(template, currency) : null);
  const form = useForm({
    initialValues: {
      name: scheme?.name ?? (template ? t(`template.${template.code}.name`) : ''),
      purpose: scheme?.purpose ?? '',
      validFrom: scheme && scheme.validFrom > today ? scheme.validFrom : (today as string),
      note: '',
      ...formOfTerms(from, currency),
    },
    validate: (values) => {
      const read = termsOfForm(values, currency);
      const wrong = 'wrong' in read ? Object.keys(read.wrong) : [];
      return {
        name: values.name.trim() ? null : t('editor.needName'),
        validFrom: /^\d{4}-\d{2}-\d{2}$/.test(values.validFrom) ? null : t('scheme.needDay'),
        ...Object.fromEntries(wrong.map((field) => [field, t(WRONG[field as Field] ?? 'editor.wrong')])),
      };
    },
  });
  const read = termsOfForm(form.values, currency);
  const terms = 'terms' in read ? read.terms : null;

  async function send({ name, purpose, validFrom, note }: typeof form.values): Promise<void> {
    if (!terms) return;
    const body = {
      name: name.trim(),
      purpose: purpose.trim() || null,
      validFrom,
      note: note.trim() || null,
      terms,
    };
    const saved = scheme
      ? await change.mutateAsync({ params: { schemeId: scheme.id }, body })
      : await create.mutateAsync({ body });
    form.resetDirty();
    toast(t('editor.saved'));
    go(paths.scheme({ schemeId: saved.schemeId }), { replace: true });
  }

  return (
    <>
      <PageHeading
        above={<PageLink to={paths.rewards()}>{t('editor.back')}</PageLink>}
        title={scheme ? t('editor.nextTitle', { name: scheme.name }) : t('editor.newTitle')}
        answer={t('editor.text')}
      />
      <div className={classes.two}>
        <FormShell
          form={form}
          submit={t('editor.save')}
          onSubmit={send}
          onCancel={onCancel}
          busy={create.isPending || change.isPending}
          refusal={create.error ?? change.error}
        >
          <TextInput label={t('editor.name')} required {...form.getInputProps('name')} />
          <Textarea label={t('editor.purpose')} autosize minRows={1} {...form.getInputProps('purpose')} />
          <PayFields form={form} currency={currency} />
          <ConditionFields form={form} />
          <fieldset className={classes.group}>
            <div className={classes.row}>
              <DayInput label={t('editor.validFrom')} required {...form.getInputProps('validFrom')} />
              <TextInput label={t('editor.note')} {...form.getInputProps('note')} />
            </div>
          </fieldset>
        </FormShell>
        <aside className={classes.aside}>
          <LiveExample terms={terms} currency={currency} />
        </aside>
      </div>
    </>
  );
}
