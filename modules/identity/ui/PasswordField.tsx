import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useWords } from '@mosty/ui-kit';

/** A password one may look at; a new one says what it must be. */
export function PasswordField(props: PasswordInputProps) {
  const t = useWords('identity');
  const hint = props.autoComplete === 'new-password' ? { description: t('password.hint') } : {};
  return (
    <PasswordInput {...hint} visibilityToggleButtonProps={{ 'aria-label': t('password.show') }} {...props} />
  );
}
