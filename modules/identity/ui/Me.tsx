import { getMySignIn } from '../contract.ts';
import { Loaded, PageHeading, Sentence, useMe, useRead, useWords } from '@mosty/ui-kit';
import { MyName } from './MyName.tsx';
import { MyPasskeys } from './MyPasskeys.tsx';
import { MyPassword } from './MyPassword.tsx';
import { MySessions } from './MySessions.tsx';
import { MyTotp } from './MyTotp.tsx';

/** One's own name, ways of signing in, and where one is signed in. */
export default function Me() {
  const t = useWords('identity');
  const { member, workspace } = useMe();
  const read = useRead(getMySignIn, {});
  const said = { name: member.name, role: t(`roles.${member.role}.name`), email: read.data?.email ?? '…' };
  return (
    <>
      <PageHeading
        title={t('me.title')}
        answer={workspace.isDemo ? t('me.demo') : <Sentence text={t('me.answer', said)} />}
      />
      <MyName />
      <Loaded read={read}>
        {(ways) =>
          workspace.isDemo ? null : (
            <>
              <MyPassword hasPassword={ways.hasPassword} />
              <MyTotp on={ways.hasTotp} hasPassword={ways.hasPassword} />
              <MyPasskeys passkeys={ways.passkeys} />
            </>
          )
        }
      </Loaded>
      <MySessions />
    </>
  );
}
