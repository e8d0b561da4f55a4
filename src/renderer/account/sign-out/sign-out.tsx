import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { Question } from '../../design/question.tsx';
import { useCall } from '../shared/use-call.ts';
import { LogOut } from 'lucide-react';
import { sayFarewell } from './farewell.tsx';

/** Signs out, after saying what ends, what is removed here and what stays. */
export function SignOut() {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [isAsked, setAsked] = useState(false);
  const signOut = useCall(
    async () => client.account.signOut(),
    ({ serverTold }) => sayFarewell(serverTold ? 'signedOut' : 'serverNotTold'),
  );
  return (
    <>
      <Button icon={<LogOut size={17} aria-hidden />} className="w-full" onPress={() => setAsked(true)}>
        {t('account.page.signOut')}
      </Button>
      <Question
        title={t('account.page.signOutTitle')}
        yes={t('account.page.signOut')}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        call={signOut}
      >
        <p>{t('account.page.signOutText')}</p>
        <ul className="flex list-disc flex-col gap-1 ps-5">
          <li>{t('account.page.signOutEnds1')}</li>
          <li>{t('account.page.signOutEnds2')}</li>
          <li>{t('account.page.signOutEnds3')}</li>
        </ul>
        <p className="font-medium">{t('account.page.signOutStays')}</p>
      </Question>
    </>
  );
}
