import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { Question } from '../../design/question.tsx';
import { useCall } from '../shared/use-call.ts';

/** Makes new recovery codes: asks first, as the old ones stop working; their own screen then shows them. */
export function MakeRecoveryCodes() {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [isAsked, setAsked] = useState(false);
  const make = useCall(
    async () => client.account.recoveryCodes.generate(),
    () => setAsked(false),
  );
  return (
    <>
      <Button size="small" onPress={() => setAsked(true)}>
        {t('account.page.recoveryMake')}
      </Button>
      <Question
        title={t('account.recoveryCodes.makeTitle')}
        yes={t('account.recoveryCodes.make')}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        call={make}
      >
        <p>{t('account.recoveryCodes.makeText')}</p>
      </Question>
    </>
  );
}
