import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../controls/button.tsx';
import { LinkScreen, LinkTitle } from './link-screen.tsx';

interface LinkDoneProps {
  outcome: 'activated' | 'reset';
  isSignedIn: boolean;
  onNext: () => void;
  onClose: () => void;
}

/** What a link did, and the next step. */
export function LinkDone({ outcome, isSignedIn, onNext, onClose }: LinkDoneProps) {
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
