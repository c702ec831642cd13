import { Title } from '@mantine/core';
import { getWelcome } from '../contract.ts';
import { Loaded, PageLink, paths, safeReturn, useFilters, useGo, useRead, useWords } from '@mosty/ui-kit';
import { useEffect, useState } from 'react';
import { CodeForm } from './CodeForm.tsx';
import { DemoPeople } from './DemoPeople.tsx';
import classes from './entry.module.css';
import { PasswordForm } from './PasswordForm.tsx';

/** The door: people of the demo by one press, everybody else by password, link or passkey. */
export default function SignIn() {
  const t = useWords('identity');
  const go = useGo();
  const welcome = useRead(getWelcome, {});
  const [filters] = useFilters(paths.signIn);
  const [codeAsked, setCodeAsked] = useState(false);
  const isEmpty = welcome.data?.isNew === true && welcome.data.demo === null;

  useEffect(() => {
    document.title = `${t('signIn.title')} · Mosty`;
    if (isEmpty) go(paths.newWorkspace(), { replace: true });
  }, [t, go, isEmpty]);

  // A whole new page: nothing of whoever sat here before stays in memory.
  const enter = (): void => window.location.assign(safeReturn(filters.to));

  if (codeAsked) return <CodeForm onEntered={enter} onAgain={() => setCodeAsked(false)} />;
  return (
    <Loaded read={welcome}>
      {({ demo, isNew }) => (
        <>
          {demo ? <DemoPeople demo={demo} onEntered={enter} /> : null}
          {isNew ? null : (
            <section className={demo ? classes.part : undefined}>
              <Title order={demo ? 2 : 1} mb={24}>
                {t(demo ? 'demo.or' : 'signIn.title')}
              </Title>
              <PasswordForm onEntered={enter} onCodeAsked={() => setCodeAsked(true)} />
            </section>
          )}
          {isNew && demo ? (
            <p className={classes.own}>
              <PageLink to={paths.newWorkspace()}>{t('signIn.own')}</PageLink>
              <br />
              {t('signIn.ownText')}
            </p>
          ) : null}
        </>
      )}
    </Loaded>
  );
}
