import { useTranslation } from 'react-i18next';
import type { GuideState } from '../../contract/guide-state.ts';
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
import type { Place } from './places.ts';
import { RecoveryCodes } from './recovery-codes/recovery-codes.tsx';
import { ServerForm } from './server/server-form.tsx';
import { useAccount } from './shared/use-account.ts';
import type { SignedIn } from './shared/use-account.ts';
import { Step } from './shared/step.tsx';
import { WaitingRows } from './shared/waiting.tsx';
import { ForgotPassword } from './sign-in/forgot-password.tsx';
import { SecondFactor } from './sign-in/second-factor.tsx';
import { SignInForm } from './sign-in/sign-in-form.tsx';
import { MailOnItsWay } from './sign-up/mail-on-its-way.tsx';
import { SignUpForm } from './sign-up/sign-up-form.tsx';
import { NoAccess } from './support/no-access.tsx';
import { Welcome } from './welcome/welcome.tsx';

/** The account: one screen for each state and place. */
export function Guide({ place }: { place: Place }) {
  const { t } = useTranslation();
  const view = useAccount();
  if (view === null || view.guide.stage === 'vaultClosed') {
    return (
      <Step title={t('account.title')}>
        <WaitingRows label={t('account.loading')} count={3} />
      </Step>
    );
  }
  if (place.at === 'server' || view.server.status === 'none') return <ServerForm />;
  if (place.at === 'noAccess') return <NoAccess view={view} />;
  if (view.guide.stage !== 'signedIn') return <Outside key={place.at} guide={view.guide} place={place} />;
  const { pending } = view.guide;
  // Wherever it was begun: what is typed already stays while the place changes behind it.
  if (pending !== null) return <Pending key={pending.methodId} guide={view.guide} pending={pending} />;
  return <Inside key={place.at} guide={view.guide} place={place} />;
}

type OutsideState = Exclude<GuideState, { stage: 'signedIn' | 'vaultClosed' }>;

function Outside({ guide, place }: { guide: OutsideState; place: Place }) {
  if (place.at === 'paste') return <PasteLink />;
  if (guide.stage === 'secondFactor') return <SecondFactor guide={guide} />;
  switch (place.at) {
    case 'signIn':
      return <SignInForm guide={guide} />;
    case 'forgot':
      return <ForgotPassword known={guide.address} />;
    case 'signUp':
      if (guide.stage === 'signedOut') return <SignUpForm />;
      break;
    default:
  }
  if (guide.stage === 'mailOnItsWay') return <MailOnItsWay guide={guide} />;
  return guide.address === null ? <Welcome /> : <SignInForm guide={guide} />;
}

function Inside({ guide, place }: { guide: SignedIn; place: Place }) {
  if (guide.recoveryCodesToKeep)
    return <RecoveryCodes guide={guide} isGuided={place.at === 'secondMethod'} />;
  if (place.at === 'destination') {
    return <DestinationForm guide={guide} kind={place.kind} replaces={place.replaces} />;
  }
  if (guide.kind === 'enrolment') return <ChooseMethod guide={guide} />;
  switch (place.at) {
    case 'choose':
      return <ChooseMethod guide={guide} replaces={place.replaces} />;
    case 'secondMethod':
      return guide.secondMethodAdvised ? <SecondMethod guide={guide} /> : <AllSet guide={guide} />;
    case 'allSet':
      return <AllSet guide={guide} />;
    case 'password':
      return <PasswordForm guide={guide} />;
    case 'address':
      return <AddressForm guide={guide} />;
    case 'profile':
      return <ProfileForm guide={guide} />;
    case 'sessions':
      return <Sessions />;
    case 'activity':
      return <Activity />;
    case 'delete':
      return <DeleteAccount />;
    default:
      return <AccountPage guide={guide} />;
  }
}
