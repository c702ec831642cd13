import { startDemoSession, type getWelcome } from '../contract.ts';
import { Face, RefusalNotice, useVerb, useWords, type AnswerOf } from '@mosty/ui-kit';
import { Title } from '@mantine/core';
import classes from './entry.module.css';

type Demo = NonNullable<AnswerOf<typeof getWelcome>['demo']>;

/** «Войти как…»: each person of the demo company with what they see. One press and one is in. */
export function DemoPeople({ demo, onEntered }: { demo: Demo; onEntered: () => void }) {
  const t = useWords('identity');
  const enter = useVerb(startDemoSession, { onDone: onEntered });
  return (
    <section aria-labelledby="demo-title">
      <Title order={1} id="demo-title">
        {t('demo.title')}
      </Title>
      <p className={classes.lead}>{t('demo.text', { name: demo.name })}</p>
      <ul className={classes.demo}>
        {demo.people.map((person) => {
          const name = t(`roles.${person.role}.name`);
          const role = person.partnerName
            ? t('demo.ofPartner', { role: name, partner: person.partnerName })
            : name;
          const sees = t('demo.person', { name: person.name, sees: t(`roles.${person.role}.sees`) });
          return (
            <li key={person.role}>
              <button
                type="button"
                className={classes.person}
                disabled={enter.isPending}
                aria-label={`${t('demo.enter', { role })}. ${sees}`}
                onClick={() => enter.mutate({ body: { role: person.role } })}
              >
                <Face name={person.name} size={36} />
                <span>
                  <span className={classes.role}>{role}</span> <br />
                  <span className={classes.sees}>{sees}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <RefusalNotice refusal={enter.error} />
    </section>
  );
}
