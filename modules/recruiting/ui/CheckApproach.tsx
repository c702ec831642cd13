import { Act, Badge, Section, useWords, When } from '@mosty/ui-kit';
import type { Check } from '../contract.ts';
import type { Panel } from './CheckPanel.tsx';
import classes from './check.module.css';

/** What we come with, what they answered, and which class it would be: before the check begins (S1.16, S2.40). */
export function CheckApproach({ check, open }: { check: Check; open: (panel: Panel) => void }) {
  const t = useWords('recruiting');
  const can = check.can['write'];
  const { approach, classDecision, replies } = check;
  return (
    <Section
      title={t('check.approach')}
      note={t('check.approachNote')}
      actions={
        <>
          <Act variant="default" can={can} onClick={() => open({ form: 'approach' })}>
            {t(approach ? 'check.act.approachAgain' : 'check.act.approach')}
          </Act>
          <Act variant="default" can={can} onClick={() => open({ form: 'reply' })}>
            {t('check.act.reply')}
          </Act>
          <Act variant="default" can={can} onClick={() => open({ form: 'class' })}>
            {t('check.act.class')}
          </Act>
        </>
      }
    >
      <dl className={classes.pairs}>
        <dt>{t('check.whyYou')}</dt>
        <dd>{approach?.whyYou ?? <span className={classes.soft}>{t('check.notWritten')}</span>}</dd>
        <dt>{t('check.partnerValue')}</dt>
        <dd>{approach?.partnerValue ?? <span className={classes.soft}>{t('check.notWritten')}</span>}</dd>
        <dt>{t('check.reply')}</dt>
        <dd>
          {replies.length === 0 ? <span className={classes.soft}>{t('check.noReply')}</span> : null}
          {replies.map((one) => (
            <span key={one.at} className={classes.line}>
              {t(`check.said.${one.said}`)} · <When value={one.repliedOn} />
              {one.note ? ` · ${one.note}` : ''}
            </span>
          ))}
        </dd>
        <dt>{t('check.class')}</dt>
        <dd>
          {classDecision ? (
            <>
              <Badge tone={classDecision.outcome === 'contact' ? 'warn' : 'plain'}>
                {classDecision.outcome === 'contact'
                  ? t('check.contact')
                  : t(`kit:class.${classDecision.outcome}`)}
              </Badge>{' '}
              <When value={classDecision.at} />
            </>
          ) : (
            <span className={classes.soft}>{t('check.classUnasked')}</span>
          )}
        </dd>
      </dl>
    </Section>
  );
}
