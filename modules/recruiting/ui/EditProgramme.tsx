import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  FormShell,
  readAmount,
  SegmentTabs,
  SidePanel,
  toast,
  useMe,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { exactAmount } from '@mosty/incentives/parts';
import { useState } from 'react';
import { listProgrammes, saveProgramme, type Programme, type ProgrammeWords } from '../contract/programme.ts';
import { CountedFields } from './CountedFields.tsx';
import { ProgrammeText } from './ProgrammeText.tsx';
import classes from './programme.module.css';

const LANGUAGES = ['ru', 'en'] as const;
const PARTS = ['lead', 'forWhom', 'weGive', 'theyGive', 'money'] as const;
/** As in the example of the scheme editor: 50 000. */
const USUAL_SALE_MINOR = 5_000_000;
const EMPTY: ProgrammeWords = { title: '', lead: '', forWhom: '', weGive: '', theyGive: '', money: '' };

/** The page in one language or both, with what strangers will see under it. */
export function EditProgramme({ programme, onClose }: { programme: Programme | null; onClose: () => void }) {
  const t = useWords('recruiting');
  const verb = useVerb(saveProgramme, { invalidates: [listProgrammes] });
  const [language, setLanguage] = useState<(typeof LANGUAGES)[number]>('ru');
  const { workspace } = useMe();
  const halfWritten = (words: ProgrammeWords) =>
    isEmpty(words) || Object.values(words).every((text) => text.trim() !== '')
      ? null
      : t('programme.needAll');
  const form = useForm({
    initialValues: {
      slug: programme?.slug ?? '',
      isOpen: programme?.isOpen ?? true,
      ru: programme?.words.ru ?? EMPTY,
      en: programme?.words.en ?? EMPTY,
      schemeId: programme?.counts?.schemeId ?? '',
      sale: exactAmount(programme?.counts?.saleMinor ?? USUAL_SALE_MINOR, workspace.currency),
    },
    validate: {
      slug: (value) => (/^[a-z0-9][a-z0-9-]{1,60}$/.test(value) ? null : t('programme.needSlug')),
      ru: (_value, { ru, en }) => halfWritten(ru) ?? halfWritten(en),
      sale: (value, { schemeId }) =>
        schemeId === '' || (readAmount(value, workspace.currency) ?? 0) > 0 ? null : t('programme.needSale'),
    },
  });
  return (
    <SidePanel opened onClose={onClose} title={t(programme ? 'programme.change' : 'programme.write')}>
      <FormShell
        form={form}
        submit={t('programme.save')}
        busy={verb.isPending}
        refusal={verb.error}
        onCancel={onClose}
        onSubmit={async ({ slug, isOpen, ru, en, schemeId, sale }) => {
          await verb.mutateAsync({
            params: { slug },
            body: {
              isOpen,
              words: { ru: isEmpty(ru) ? null : ru, en: isEmpty(en) ? null : en },
              counts:
                schemeId === '' ? null : { schemeId, saleMinor: readAmount(sale, workspace.currency) ?? 0 },
            },
          });
          toast(t('programme.saved'));
          onClose();
        }}
      >
        <TextInput
          label={t('programme.slug')}
          description={t('programme.slugNote')}
          disabled={programme !== null}
          {...form.getInputProps('slug')}
        />
        <Checkbox label={t('programme.isOpen')} {...form.getInputProps('isOpen', { type: 'checkbox' })} />
        <CountedFields form={form} />
        <SegmentTabs
          label={t('programme.language')}
          value={language}
          onChange={setLanguage}
          segments={LANGUAGES.map((value) => ({ value, label: t(`programme.in.${value}`) }))}
        />
        {form.errors['ru'] ? <p role="alert">{form.errors['ru']}</p> : null}
        <TextInput
          key={`${language}.title`}
          label={t('programme.name')}
          maxLength={200}
          {...form.getInputProps(`${language}.title`)}
        />
        {PARTS.map((part) => (
          <Textarea
            key={`${language}.${part}`}
            label={t(`programme.parts.${part}`)}
            autosize
            minRows={2}
            {...form.getInputProps(`${language}.${part}`)}
          />
        ))}
      </FormShell>
      {isEmpty(form.values[language]) ? null : (
        <section className={classes.preview} aria-label={t('programme.preview')}>
          <p className={classes.soft}>{t('programme.preview')}</p>
          <strong>{form.values[language].title}</strong>
          <ProgrammeText words={form.values[language]} />
        </section>
      )}
    </SidePanel>
  );
}

const isEmpty = (words: ProgrammeWords): boolean => Object.values(words).every((text) => text.trim() === '');
