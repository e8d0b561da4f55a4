import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CircleCheck } from 'lucide-react';
import type { OpenedLink } from '../../../contract/account-state.ts';
import { useApplication } from '../../connection/application.ts';
import { done } from '../../navigation/navigator.ts';
import { accountOverview } from '../../navigation/place.ts';
import { useAccount } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';
import { LinkScreen, LinkTitle } from './link-screen.tsx';
import { LinkTrouble } from './link-trouble.tsx';
import { ReadyToActivate } from './ready-to-activate.tsx';
import { ReadyToReset } from './ready-to-reset.tsx';
import { Turning } from '../../design/turning.tsx';
import { Button } from '../../design/button.tsx';

/** An opened link appears on top of everything else, which stays as it is. */
export function OpenedLinkOver() {
  const { client } = useApplication();
  const view = useAccount();
  const link = view?.link ?? null;
  const [outcome, setOutcome] = useState<'activated' | 'reset' | null>(null);
  const [latest, setLatest] = useState(link);
  if (link !== null && link !== latest) {
    setLatest(link);
    if (link.state !== 'used') setOutcome(null);
  }
  const activate = useCall(
    async (password: string | undefined) =>
      client.account.link.activate(password === undefined ? {} : { password }),
    () => setOutcome('activated'),
  );
  const reset = useCall(
    async (password: string) => client.account.link.reset({ password }),
    () => setOutcome('reset'),
  );
  const dismiss = useCall(async () => client.account.link.dismiss());
  const leave = () => {
    activate.reset();
    reset.reset();
    setOutcome(null);
    if (link !== null) dismiss.run(undefined);
  };
  // The link disappears as soon as it has worked; its screen stays until the answer arrives.
  const shown = link ?? (activate.isPending || reset.isPending ? latest : null);

  if (outcome !== null) {
    const isSignedIn = view?.account.stage === 'signedIn';
    return (
      <LinkDone
        outcome={outcome}
        isSignedIn={isSignedIn}
        onNext={() => {
          done(isSignedIn ? accountOverview : { at: 'account', page: 'signIn' });
          leave();
        }}
        onClose={leave}
      />
    );
  }
  if (shown === null) return null;
  return (
    <LinkScreen key={`${shown.kind} ${shown.state} ${shown.server}`} onClose={leave}>
      <Body link={shown} activate={activate} reset={reset} onLeave={leave} />
    </LinkScreen>
  );
}

interface BodyProps {
  link: OpenedLink;
  activate: ReturnType<typeof useCall<string | undefined, unknown>>;
  reset: ReturnType<typeof useCall<string, unknown>>;
  onLeave: () => void;
}

function Body({ link, activate, reset, onLeave }: BodyProps) {
  const { t } = useTranslation();
  switch (link.state) {
    case 'looking':
      return <Looking label={t('account.link.looking')} />;
    case 'ready':
      return link.kind === 'activate' ? (
        <ReadyToActivate link={link} activate={activate} onLeave={onLeave} />
      ) : (
        <ReadyToReset link={link} reset={reset} onLeave={onLeave} />
      );
    case 'used':
    case 'expired':
    case 'replaced':
    case 'invalid':
    case 'damaged':
    case 'otherServer':
    case 'unreachable':
      return <LinkTrouble link={link} state={link.state} onLeave={onLeave} />;
  }
}

/** Shown while the server is asked what the link is. */
function Looking({ label }: { label: string }) {
  return (
    <div role="status">
      <LinkTitle icon={<Turning className="size-7" />} title={label} />
    </div>
  );
}

interface LinkDoneProps {
  outcome: 'activated' | 'reset';
  isSignedIn: boolean;
  onNext: () => void;
  onClose: () => void;
}

/** What a link did, and the next step. */
function LinkDone({ outcome, isSignedIn, onNext, onClose }: LinkDoneProps) {
  const { t } = useTranslation();
  const isReset = outcome === 'reset';
  return (
    <LinkScreen onClose={onClose}>
      <LinkTitle
        icon={<CircleCheck size={32} strokeWidth={1.7} />}
        title={isReset ? t('account.link.resetDoneTitle') : t('account.link.doneTitle')}
        text={isReset ? t('account.link.resetDoneText') : t('account.link.doneText')}
      />
      <Button look="primary" size="big" autoFocus onPress={onNext}>
        {isSignedIn && !isReset ? t('account.link.doneNext') : t('account.link.signIn')}
      </Button>
    </LinkScreen>
  );
}
