import { TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { acceptInvitation, openInvitation } from '../contract.ts';
import {
  asRefusal,
  FormShell,
  LinesSkeleton,
  PageLink,
  paths,
  RefusalNotice,
  Sentence,
  useVerb,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import classes from './entry.module.css';
import { PasswordField } from './PasswordField.tsx';
import { signInCall } from './sign-in-call.ts';

type Invitation = AnswerOf<typeof openInvitation>;

/** Who invites whom to what; a name and a password, and one is in. */
export default function AcceptInvitation() {
  const t = useWords('identity');
  const { token = '' }: { token?: string } = useParams({ strict: false });
  const { mutate: open, data: invitation, error } = useVerb(openInvitation);
  useEffect(() => open({ body: { token } }), [open, token]);
  if (error) {
    return (
      <>
        <Title order={1}>{t('invitation.cannotOpen')}</Title>
        <RefusalNotice refusal={error} />
        <div className={classes.others}>
          <PageLink to={paths.signIn()}>{t('link.back')}</PageLink>
        </div>
      </>
    );
  }
  return invitation ? <Opened token={token} invitation={invitation} /> : <LinesSkeleton lines={4} />;
}

function Opened({ token, invitation }: { token: string; invitation: Invitation }) {
  const t = useWords('identity');
  const accept = useVerb(acceptInvitation);
  const form = useForm({
    initialValues: { name: invitation.name, password: '' },
    validate: {
      name: (value) => (value.trim() ? null : t('setUp.needYourName')),
      password: (value) => (invitation.hasSignIn || value.length >= 10 ? null : t('password.short')),
    },
  });
  const { role, invitedBy, email } = invitation;
  const said = { name: invitedBy, role: t(`roles.${role}.name`), sees: t(`roles.${role}.sees`) };
  const here = paths.invitation({ token });
  const needsSignIn = accept.error && asRefusal(accept.error).code === 'identity.sign_in_first';
  return (
    <>
      <Title order={1}>{t('invitation.title', { workspace: invitation.workspaceName })}</Title>
      <p className={classes.lead}>
        <Sentence text={t(invitedBy ? 'invitation.by' : 'invitation.byNobody', said)} />
      </p>
      {invitation.hasSignIn ? <p className={classes.lead}>{t('invitation.hasSignIn')}</p> : null}
      <div className={classes.fields}>
        <FormShell
          form={form}
          submit={t('invitation.accept')}
          busy={accept.isPending}
          refusal={accept.error}
          guard={false}
          onSubmit={async ({ name, password }) => {
            await accept.mutateAsync({
              body: { token, name: name.trim(), ...(invitation.hasSignIn ? {} : { password }) },
            });
            if (!invitation.hasSignIn) await signInCall('POST', '/sign-in/email', { email, password });
            window.location.assign(paths.channel());
          }}
        >
          <TextInput
            label={t('signIn.email')}
            value={email}
            readOnly
            variant="filled"
            autoComplete="username"
          />
          <TextInput label={t('invitation.name')} autoComplete="name" {...form.getInputProps('name')} />
          {invitation.hasSignIn ? null : (
            <PasswordField
              label={t('invitation.password')}
              autoComplete="new-password"
              {...form.getInputProps('password')}
            />
          )}
        </FormShell>
        {needsSignIn ? <PageLink to={paths.signIn({ to: here })}>{t('invitation.signIn')}</PageLink> : null}
      </div>
    </>
  );
}
