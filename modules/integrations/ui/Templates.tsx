import { Anchor } from '@mantine/core';
import { hrefOf, Section, useLanguage, useWords } from '@mosty/ui-kit';
import { downloadTemplate, IMPORT_KINDS } from '../contract.ts';
import classes from './integrations.module.css';

/** Example files: filled in and given back, they are read without a question. */
export function Templates() {
  const t = useWords('integrations');
  const language = useLanguage();
  return (
    <Section title={t('templates.title')} note={t('templates.note')}>
      <ul className={classes.templates}>
        {IMPORT_KINDS.map((kind) => (
          <li key={kind}>
            <Anchor href={hrefOf(downloadTemplate, { params: { kind }, query: { language } })} download>
              {t(`kind.${kind}`)}
            </Anchor>
          </li>
        ))}
      </ul>
    </Section>
  );
}
