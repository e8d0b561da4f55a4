import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedLink } from '../../../contract/account-state.ts';
import { Button } from '../../design/button.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { NewPasswordField } from '../passwords/new-password-field.tsx';
import { usePasswordAdvice } from '../passwords/use-password-advice.ts';
import { Form } from '../../design/form.tsx';
import type { Call } from '../shared/use-call.ts';
import { LinkTitle } from './link-screen.tsx';
import { Whose } from './whose.tsx';

interface ReadyToResetProps {
  link: OpenedLink;
  reset: Call<string>;
  onLeave: () => void;
}

/** Sets a new password through a link from a mail. */
export function ReadyToReset({ link, reset, onLeave }: ReadyToResetProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const advice = usePasswordAdvice(password, '', '');
  return (
    <>
      <LinkTitle
        icon={<KeyRound size={30} strokeWidth={1.7} />}
        title={t('account.link.resetTitle')}
        text={t('account.link.resetText')}
      />
      <Whose link={link} />
      <Form
        className="flex flex-col gap-4"
        onSend={() => {
          setTried(true);
          if (advice.isGood) reset.run(password);
        }}
      >
        <NewPasswordField
          label={t('account.newPassword.newLabel')}
          value={password}
          onChange={setPassword}
          advice={advice}
          isTried={isTried}
          autoFocus
        />
        <ErrorNotice error={reset.error} />
        <Button type="submit" look="primary" size="big" isPending={reset.isPending}>
          {t('account.link.resetYes')}
        </Button>
        <Button look="plain" onPress={onLeave}>
          {t('account.link.notMine')}
        </Button>
      </Form>
    </>
  );
}
