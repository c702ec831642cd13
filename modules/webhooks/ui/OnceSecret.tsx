import { Button } from '@mantine/core';
import { Answer, CopyText, useWords } from '@mosty/ui-kit';
import classes from './webhooks.module.css';

/** A secret that is readable nowhere afterwards. */
export function OnceSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const t = useWords('webhooks');
  return (
    <div className={classes.stack}>
      <Answer tone="warn" note={t('create.onceText')}>
        {t('create.once')}
      </Answer>
      <CopyText text={secret} label={t('create.copy')} />
      <Button onClick={onDone}>{t('create.gotIt')}</Button>
    </div>
  );
}
