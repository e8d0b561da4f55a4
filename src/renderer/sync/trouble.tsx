import { useTranslation } from 'react-i18next';
import type { SyncTrouble, SyncView } from '../../contract/sync.ts';
import { useCall } from '../account/shared/use-call.ts';
import { ask } from '../account/step-up/ask.ts';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { useTitleFocusWhenGone } from '../design/heading-focus.ts';
import { Notice } from '../design/notice.tsx';
import { open } from '../navigation/navigator.ts';
import { accountOverview } from '../navigation/place.ts';
import { troubleWords } from './trouble-words.ts';
import { JoinAgain } from './turn-off.tsx';

interface TroubleNoticeProps {
  trouble: SyncTrouble;
  stage: SyncView['stage'];
}

/** Why nothing is sent or applied now, and the next step if there is one for the person. */
export function TroubleNotice({ trouble, stage }: TroubleNoticeProps) {
  const { t } = useTranslation();
  useTitleFocusWhenGone();
  const { title, text } = troubleWords(trouble, t);
  return (
    <Notice kind={trouble.next === 'wait' ? 'info' : 'warning'} title={title}>
      <p className="text-pretty">{text}</p>
      {trouble.next !== 'wait' && (
        <div className="mt-2 flex flex-col items-start gap-2">
          <Next next={trouble.next} stage={stage} />
        </div>
      )}
    </Notice>
  );
}

interface NextProps {
  next: Exclude<SyncTrouble['next'], 'wait'>;
  stage: SyncView['stage'];
}

function Next({ next, stage }: NextProps) {
  const { t } = useTranslation();
  const { sync } = useApplication().client;
  const look = useCall<undefined, unknown>(async () => {
    if (next === 'stepUp' && !(await ask())) return;
    // Only a computer that is in has stopped until the person says to go on; the others look again by themselves.
    await (next === 'tryAgain' && stage === 'on' ? sync.tryAgain() : sync.look());
  });
  switch (next) {
    case 'joinAgain':
      return <JoinAgain size="small" />;
    case 'signIn':
      return <Go label={t('sync.nexts.signIn')} onPress={() => open(accountOverview)} />;
    case 'makeRoom':
      return <Go label={t('sync.nexts.makeRoom')} onPress={() => open({ at: 'deleted' })} />;
    case 'update':
      return (
        <Go
          label={t('sync.nexts.update')}
          onPress={() => open({ at: 'settings', section: 'about' }, { instead: true })}
        />
      );
    case 'stepUp':
    case 'makeWritable':
    case 'tryAgain':
      return (
        <>
          <Go
            label={t(`sync.nexts.${next}`)}
            isPending={look.isPending}
            onPress={() => look.run(undefined)}
          />
          <ErrorNotice error={look.error} />
        </>
      );
  }
}

interface GoProps {
  label: string;
  isPending?: boolean;
  onPress: () => void;
}

function Go({ label, ...rest }: GoProps) {
  return (
    <Button size="small" {...rest}>
      {label}
    </Button>
  );
}
