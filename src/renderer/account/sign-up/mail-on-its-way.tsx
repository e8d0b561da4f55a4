import { MailCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AccountState } from '../../../contract/account-state.ts';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { open } from '../../navigation/navigator.ts';
import { Fold } from '../../design/fold.tsx';
import { momentWords } from '../../words/moment.ts';
import { Resend } from '../shared/resend.tsx';
import { Step } from '../shared/step.tsx';
import { useBranding, useServerName } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';
import { signUpDraft } from './draft.ts';

type OnItsWay = Extract<AccountState, { stage: 'mailOnItsWay' }>;

/** The mail with the link is on its way: where to, how long it is valid, and what to do if it does not come. */
export function MailOnItsWay({ account }: { account: OnItsWay }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const support = useBranding()?.support.address;
  const name = useServerName();
  const giveUp = useCall(async () => {
    signUpDraft.set({ name: account.name, email: account.address });
    await client.account.signUp.giveUp();
  });
  return (
    <Step
      title={t('account.mail.title')}
      text={t('account.mail.text')}
      icon={<MailCheck size={28} strokeWidth={1.7} />}
      progress="mail"
    >
      <div className="flex flex-col gap-1 card px-4 py-4 text-center">
        <span className="text-hint text-soft">{t('account.mail.sentTo')}</span>
        <strong className="selectable text-lg leading-snug font-semibold wrap-anywhere">
          {account.address}
        </strong>
        <span className="mt-1 text-hint text-soft">
          {t('account.mail.validUntil', { when: momentWords(account.expiresAt, t) })}
        </span>
      </div>
      <Resend
        from={account.resendAt}
        send={async () => client.account.signUp.resend()}
        label={t('account.mail.resend')}
        waiting={(time) => t('account.mail.resendIn', { time })}
        done={t('account.mail.resent')}
      />
      <ErrorNotice error={giveUp.error} />
      <div className="flex flex-col gap-2">
        <Fold title={t('account.mail.notComing')}>
          <ul className="flex list-disc flex-col gap-1.5 ps-4 text-hint text-soft">
            <li>{t('account.mail.notComingSpam', { name })}</li>
            <li>{t('account.mail.notComingWait')}</li>
            <li>{t('account.mail.notComingResend')}</li>
            {support !== undefined && (
              <li className="selectable wrap-anywhere">
                {t('account.mail.notComingSupport', { address: support })}
              </li>
            )}
          </ul>
        </Fold>
        <Fold title={t('account.mail.after')}>
          <p className="text-hint text-pretty text-soft">{t('account.mail.afterText')}</p>
        </Fold>
        <Fold title={t('account.mail.wrong')}>
          <div className="flex flex-col items-start gap-2">
            <p className="text-hint text-pretty text-soft">{t('account.mail.wrongText')}</p>
            <Button size="small" isPending={giveUp.isPending} onPress={() => giveUp.run(undefined)}>
              {t('account.mail.wrongAction')}
            </Button>
          </div>
        </Fold>
      </div>
      <div className="flex flex-wrap justify-center gap-x-2">
        <Button look="plain" size="small" onPress={() => open({ at: 'account', page: 'paste' })}>
          {t('account.mail.paste')}
        </Button>
        <Button look="plain" size="small" onPress={() => open({ at: 'account', page: 'signIn' })}>
          {t('account.mail.elsewhere')}
        </Button>
      </div>
    </Step>
  );
}
