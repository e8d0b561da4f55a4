import { useTranslation } from 'react-i18next';
import { RotateCw } from 'lucide-react';
import { Button } from '../../design/button.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { showToast } from '../../design/toasts.tsx';
import { useCall } from './use-call.ts';
import { clock, useSecondsLeft } from './use-seconds-left.ts';

interface ResendProps {
  /** When it may be requested again, in milliseconds since 1970. */
  from: number;
  send: () => Promise<unknown>;
  label: string;
  waiting: (time: string) => string;
  done: string;
}

/** Sends it again once the wait is over; the button counts the wait down. */
export function Resend({ from, send, label, waiting, done }: ResendProps) {
  const left = useSecondsLeft(from);
  const call = useCall(send, () => showToast(done));
  return (
    <>
      <ErrorNotice error={call.error} />
      <Button
        className="digits w-full"
        icon={<RotateCw size={16} aria-hidden />}
        isDisabled={left > 0}
        isPending={call.isPending}
        onPress={() => call.run(undefined)}
      >
        {left > 0 ? waiting(clock(left)) : label}
      </Button>
    </>
  );
}

/** Requests another code of a method, with the text for it. */
export function ResendCode({ from, send }: Pick<ResendProps, 'from' | 'send'>) {
  const { t } = useTranslation();
  return (
    <Resend
      from={from}
      send={send}
      label={t('account.methods.resend')}
      waiting={(time) => t('account.methods.resendIn', { time })}
      done={t('account.methods.resent')}
    />
  );
}
