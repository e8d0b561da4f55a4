import { CircleCheck, Clock, CloudOff, Link2Off, MailOpen, Server, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpenedLink } from '../../../contract/account-state.ts';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { done } from '../../navigation/navigator.ts';
import { Fold } from '../../design/fold.tsx';
import { hostOf, useAccount, useServerName } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';
import { AskNewer } from './ask-newer.tsx';
import { LinkTitle } from './link-screen.tsx';

type Trouble = Exclude<OpenedLink['state'], 'looking' | 'ready'>;

interface LinkTroubleProps {
  link: OpenedLink;
  state: Trouble;
  onLeave: () => void;
}

const icons: Record<Trouble, LucideIcon> = {
  used: CircleCheck,
  expired: Clock,
  replaced: MailOpen,
  invalid: Link2Off,
  damaged: Link2Off,
  otherServer: Server,
  unreachable: CloudOff,
};

/** A link that does nothing here, or no longer does: why, and the next step. */
export function LinkTrouble({ link, state, onLeave }: LinkTroubleProps) {
  const { title, text } = useLinkWords(link, state);
  const Icon = icons[state];
  return (
    <>
      <LinkTitle icon={<Icon size={30} strokeWidth={1.7} />} title={title} text={text} />
      <NextStep link={link} state={state} onLeave={onLeave} />
    </>
  );
}

function NextStep({ link, state, onLeave }: LinkTroubleProps) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const isSignedIn = useAccount()?.account.stage === 'signedIn';
  const refresh = useCall(async () => client.account.refresh());
  const switchTo = useCall(async () => client.account.setServer({ address: link.server }));
  const leave = (
    <Button look="plain" onPress={onLeave}>
      {t('account.link.leave')}
    </Button>
  );
  switch (state) {
    case 'used':
      return isSignedIn ? (
        <Button look="primary" autoFocus onPress={onLeave}>
          {t('account.link.close')}
        </Button>
      ) : (
        <>
          <Button
            look="primary"
            size="big"
            autoFocus
            onPress={() => {
              done({ at: 'account', page: 'signIn' });
              onLeave();
            }}
          >
            {t('account.link.signIn')}
          </Button>
          {link.kind === 'reset' && <NotComing kind="reset" />}
        </>
      );
    case 'expired':
    case 'invalid':
    case 'damaged':
      return (
        <>
          <AskNewer kind={link.kind} />
          {leave}
        </>
      );
    case 'replaced':
      return (
        <>
          <Button look="primary" autoFocus onPress={onLeave}>
            {t('account.link.close')}
          </Button>
          <NotComing kind={link.kind} />
        </>
      );
    case 'otherServer':
      return (
        <>
          <ErrorNotice error={switchTo.error} />
          <Button
            autoFocus
            className="wrap-anywhere"
            isPending={switchTo.isPending}
            onPress={() => switchTo.run(undefined)}
          >
            {t('account.link.otherSwitch', { server: hostOf(link.server) })}
          </Button>
          {leave}
        </>
      );
    case 'unreachable':
      return (
        <>
          <ErrorNotice error={refresh.error} />
          <Button
            look="primary"
            size="big"
            autoFocus
            isPending={refresh.isPending}
            onPress={() => refresh.run(undefined)}
          >
            {t('account.tryAgain')}
          </Button>
          {leave}
        </>
      );
  }
}

function NotComing({ kind }: { kind: OpenedLink['kind'] }) {
  const { t } = useTranslation();
  return (
    <Fold title={t('account.mail.notComing')}>
      <AskNewer kind={kind} />
    </Fold>
  );
}

function useLinkWords(link: OpenedLink, state: Trouble): { title: string; text: string } {
  const { t } = useTranslation();
  const current = useServerName();
  const isReset = link.kind === 'reset';
  const server = hostOf(link.server);
  switch (state) {
    case 'used':
      return {
        title: t('account.link.usedTitle'),
        text: isReset ? t('account.link.usedResetText') : t('account.link.usedActivateText'),
      };
    case 'expired':
      return {
        title: t('account.link.expiredTitle'),
        text: isReset ? t('account.link.expiredResetText') : t('account.link.expiredActivateText'),
      };
    case 'replaced':
      return { title: t('account.link.replacedTitle'), text: t('account.link.replacedText') };
    case 'invalid':
      return { title: t('account.link.invalidTitle'), text: t('account.link.invalidText') };
    case 'damaged':
      return { title: t('account.link.damagedTitle'), text: t('account.link.damagedText') };
    case 'otherServer':
      return {
        title: t('account.link.otherTitle'),
        text:
          current === ''
            ? t('account.link.otherTextNone', { server })
            : t('account.link.otherText', { server, current }),
      };
    case 'unreachable':
      return { title: t('account.link.unreachableTitle'), text: t('account.link.unreachableText') };
  }
}
