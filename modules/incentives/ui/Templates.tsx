import { Button } from '@mantine/core';
import { useLanguage, useMe, useWords } from '@mosty/ui-kit';
import { TEMPLATES, type Template } from '../contract.ts';
import { useSay } from './say.ts';
import { shortTerms } from './terms-sentences.ts';
import { termsOfTemplate } from './template-terms.ts';
import classes from './incentives.module.css';

/** Six schemes to begin with: what each pays and whom it suits. */
export function Templates({ onTake }: { onTake: ((code: Template['code']) => void) | null }) {
  const t = useWords('incentives');
  const say = useSay();
  const language = useLanguage();
  const { workspace } = useMe();
  return (
    <ul className={classes.templates}>
      {TEMPLATES.map((template) => (
        <li key={template.code} className={classes.template}>
          <h3>{t(`template.${template.code}.name`)}</h3>
          <p className={classes.soft}>{t(`template.${template.code}.why`)}</p>
          <p>
            {shortTerms(say, termsOfTemplate(template, workspace.currency), workspace.currency, language)}
          </p>
          {onTake ? (
            <Button variant="default" size="xs" onClick={() => onTake(template.code)}>
              {t('rewards.take')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
