import { UserCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedLink } from '../../../contract/account-state.ts';
import { Button } from '../../design/button.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { PasswordField } from '../passwords/password-field.tsx';
import { Form } from '../../design/form.tsx';
import type { Call } from '../shared/use-call.ts';
import { LinkTitle } from './link-screen.tsx';
import { Whose } from './whose.tsx';

interface ReadyToActivateProps {
  link: OpenedLink;
  activate: Call<string | undefined>;
  onLeave: () => void;
}

/** Shows whose account is to be activated, and asks for confirmation. */
export function ReadyToActivate({ link, activate, onLeave }: ReadyToActivateProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  return (
    <>
      <LinkTitle
        icon={<UserCheck size={30} strokeWidth={1.7} />}
        title={t('account.link.activateTitle')}
        text={t('account.link.activateText')}
      />
      <Whose link={link} />
      <Form
        className="flex flex-col gap-4"
        onSend={() => {
          if (!link.needsPassword) activate.run(undefined);
          else if (password !== '') activate.run(password);
        }}
      >
        {link.needsPassword && (
          <PasswordField
            label={t('account.link.activatePassword')}
            hint={t('account.link.activatePasswordHint')}
            value={password}
            onChange={setPassword}
            autoFocus
          />
        )}
        <ErrorNotice error={activate.error} />
        <Button
          type="submit"
          look="primary"
          size="big"
          autoFocus={!link.needsPassword}
          isPending={activate.isPending}
          isDisabled={link.needsPassword && password === ''}
        >
          {t('account.link.activateYes')}
        </Button>
        <Button look="plain" onPress={onLeave}>
          {t('account.link.notMine')}
        </Button>
      </Form>
    </>
  );
}
