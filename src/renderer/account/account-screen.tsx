import { useTranslation } from 'react-i18next';
import type { AccountState } from '../../contract/account-state.ts';
import { PasteLink } from './activation/paste-link.tsx';
import { AllSet } from './methods/all-set.tsx';
import { ChooseMethod } from './methods/choose-method.tsx';
import { DestinationForm } from './methods/destination-form.tsx';
import { Pending } from './methods/pending.tsx';
import { SecondMethod } from './methods/second-method.tsx';
import { AccountPage } from './page/account-page.tsx';
import { Activity } from './page/activity.tsx';
import { AddressForm } from './page/address-form.tsx';
import { DeleteAccount } from './page/delete-account.tsx';
import { PasswordForm } from './page/password-form.tsx';
import { ProfileForm } from './page/profile-form.tsx';
import { Sessions } from './page/sessions.tsx';
import type { AccountPlace } from '../navigation/place.ts';
import { RecoveryCodes } from './recovery-codes/recovery-codes.tsx';
import { ServerForm } from './server/server-form.tsx';
import { useAccount } from './shared/use-account.ts';
import type { SignedIn } from './shared/use-account.ts';
import { Step } from './shared/step.tsx';
import { WaitingRows } from '../design/waiting-rows.tsx';
import { ForgotPassword } from './sign-in/forgot-password.tsx';
import { SecondFactor } from './sign-in/second-factor.tsx';
import { SignInForm } from './sign-in/sign-in-form.tsx';
import { MailOnItsWay } from './sign-up/mail-on-its-way.tsx';
import { SignUpForm } from './sign-up/sign-up-form.tsx';
import { NoAccess } from './support/no-access.tsx';
import { Welcome } from './welcome/welcome.tsx';

/** The account: one screen for each state and place. */
export function AccountScreen({ place }: { place: AccountPlace }) {
  const { t } = useTranslation();
  const view = useAccount();
  if (view === null || view.account.stage === 'vaultClosed') {
    return (
      <Step title={t('account.title')}>
        <WaitingRows label={t('account.loading')} count={3} />
      </Step>
    );
  }
  if (place.page === 'server' || view.server.status === 'none') return <ServerForm />;
  if (place.page === 'noAccess') return <NoAccess view={view} />;
  if (view.account.stage !== 'signedIn')
    return <Outside key={place.page} account={view.account} place={place} />;
  const { pending } = view.account;
  // Wherever it was started: typed text stays while the place changes behind it.
  if (pending !== null) return <Pending key={pending.methodId} account={view.account} pending={pending} />;
  return <Inside key={place.page} account={view.account} place={place} />;
}

type OutsideState = Exclude<AccountState, { stage: 'signedIn' | 'vaultClosed' }>;

function Outside({ account, place }: { account: OutsideState; place: AccountPlace }) {
  if (place.page === 'paste') return <PasteLink />;
  if (account.stage === 'secondFactor') return <SecondFactor account={account} />;
  switch (place.page) {
    case 'signIn':
      return <SignInForm account={account} />;
    case 'forgot':
      return <ForgotPassword known={account.address} />;
    case 'signUp':
      if (account.stage === 'signedOut') return <SignUpForm />;
      break;
    default:
  }
  if (account.stage === 'mailOnItsWay') return <MailOnItsWay account={account} />;
  return account.address === null ? <Welcome /> : <SignInForm account={account} />;
}

function Inside({ account, place }: { account: SignedIn; place: AccountPlace }) {
  if (account.recoveryCodesToKeep)
    return <RecoveryCodes account={account} isGuided={place.page === 'secondMethod'} />;
  if (place.page === 'destination') {
    return <DestinationForm account={account} kind={place.kind} replaces={place.replaces} />;
  }
  if (account.kind === 'enrolment') return <ChooseMethod account={account} />;
  switch (place.page) {
    case 'choose':
      return <ChooseMethod account={account} replaces={place.replaces} />;
    case 'secondMethod':
      return account.secondMethodAdvised ? <SecondMethod account={account} /> : <AllSet account={account} />;
    case 'allSet':
      return <AllSet account={account} />;
    case 'password':
      return <PasswordForm account={account} />;
    case 'address':
      return <AddressForm account={account} />;
    case 'profile':
      return <ProfileForm account={account} />;
    case 'sessions':
      return <Sessions />;
    case 'activity':
      return <Activity />;
    case 'delete':
      return <DeleteAccount />;
    default:
      return <AccountPage account={account} />;
  }
}
