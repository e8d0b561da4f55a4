import { AtSign, History, KeyRound, MonitorSmartphone, Trash2, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../design/notice.tsx';
import { open } from '../../navigation/navigator.ts';
import { RowButton } from '../../design/row-button.tsx';
import { Rows } from '../../design/rows.tsx';
import { languageName } from '../../words/languages.ts';
import { Section } from '../../design/section.tsx';
import { Step } from '../shared/step.tsx';
import type { SignedIn } from '../shared/use-account.ts';
import { SignOut } from '../sign-out/sign-out.tsx';
import { SupportLine } from '../support/support-line.tsx';
import { Export } from './export.tsx';
import { Help } from './help.tsx';
import { Methods } from './methods.tsx';
import { Status } from './status.tsx';
import { TrustedComputers } from './trusted-computers.tsx';

/** An overview of the account, and a way to change each part of it. */
export function AccountPage({ account }: { account: SignedIn }) {
  const { t } = useTranslation();
  const language = languageName(account.language);
  return (
    <Step title={account.name === '' ? account.address : account.name} text={account.address} width="page">
      {account.isStale && (
        <Notice>
          <p>{t('account.page.stale')}</p>
        </Notice>
      )}
      <SupportLine />
      <Status account={account} />
      <div className="account-columns">
        <div className="flex flex-col gap-5">
          <Methods account={account} />
          <TrustedComputers key={account.methods.map(({ id }) => id).join(' ')} />
        </div>
        <div className="flex flex-col gap-5">
          <Section title={t('account.page.you')}>
            <Rows>
              <RowButton
                icon={UserRound}
                title={t('account.page.profile')}
                text={`${account.name} · ${language}`}
                onPress={() => open({ at: 'account', page: 'profile' })}
              />
              <RowButton
                icon={AtSign}
                title={t('account.page.address')}
                text={
                  account.pendingAddress === null
                    ? account.address
                    : t('account.page.addressPending', { address: account.pendingAddress.address })
                }
                onPress={() => open({ at: 'account', page: 'address' })}
              />
              <RowButton
                icon={KeyRound}
                title={t('account.page.password')}
                text={t('account.page.passwordChange')}
                onPress={() => open({ at: 'account', page: 'password' })}
              />
            </Rows>
          </Section>
          <Section title={t('account.page.signIns')}>
            <Rows>
              <RowButton
                icon={MonitorSmartphone}
                title={t('account.page.sessions')}
                text={t('account.page.sessionsRow')}
                onPress={() => open({ at: 'account', page: 'sessions' })}
              />
              <RowButton
                icon={History}
                title={t('account.page.activity')}
                text={t('account.page.activityRow')}
                onPress={() => open({ at: 'account', page: 'activity' })}
              />
            </Rows>
          </Section>
          <Section title={t('account.page.data')}>
            <Rows>
              <Export />
              <RowButton
                icon={Trash2}
                title={t('account.page.delete')}
                text={t('account.page.deleteStays')}
                onPress={() => open({ at: 'account', page: 'delete' })}
              />
            </Rows>
          </Section>
          <Help account={account} />
          <SignOut />
        </div>
      </div>
    </Step>
  );
}
