import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { UpdateState } from '../../contract/update.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { Card } from '../design/card.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Switch } from '../design/switch.tsx';
import { formatDate } from '../words/dates.ts';

/** Whether there is a newer Latchkey, and what the person does with it. Nothing where this host is no application. */
export function UpdateCard() {
  const { t } = useTranslation();
  const { update, preferences, calls } = useApplication();
  const state = useLive(update);
  const values = useLive(preferences);
  const set = useMutation(calls.preferences.set.mutationOptions());
  if (state === null || values === null) return null;
  if (state.state === 'off' && state.because === 'host') return null;
  return (
    <Card>
      <div className="flex flex-col gap-2">
        <h2 className="font-semibold">{t('update.title')}</h2>
        <p role="status" className="text-hint text-soft">
          <StateWords state={state} />
        </p>
        <Steps state={state} />
      </div>
      {state.state !== 'off' && (
        <Switch
          isSelected={values.checkForUpdates}
          onChange={(checkForUpdates) => set.mutate({ checkForUpdates })}
        >
          {t('update.automatic')}
          <span className="block text-hint text-soft">{t('update.automaticText')}</span>
        </Switch>
      )}
      <ErrorNotice error={set.error} />
    </Card>
  );
}

function StateWords({ state }: { state: UpdateState }) {
  const { t } = useTranslation();
  switch (state.state) {
    case 'off':
      return t(`update.${state.because === 'host' ? 'notConfigured' : state.because}`);
    case 'none':
      return state.checkedAt === null
        ? t('update.notAsked')
        : t('update.none', { when: formatDate(state.checkedAt, true) });
    case 'checking':
      return t('update.checking');
    case 'offered':
      return t('update.offeredText', { version: state.version });
    case 'downloading':
      return t('update.downloading', { version: state.version, percent: state.percent });
    case 'ready':
      return t('update.readyText', { version: state.version });
    case 'installing':
      return t('update.installing', { version: state.version });
    case 'failed':
      return t(`update.${state.trouble}`);
  }
}

/** What the person can do now. */
function Steps({ state }: { state: UpdateState }) {
  const { t } = useTranslation();
  const { calls } = useApplication();
  const check = useMutation(calls.update.check.mutationOptions());
  const accept = useMutation(calls.update.accept.mutationOptions());
  const refuse = useMutation(calls.update.refuse.mutationOptions());
  const install = useMutation(calls.update.install.mutationOptions());
  switch (state.state) {
    case 'none':
    case 'failed':
      return (
        <Button size="small" className="self-start" onPress={() => check.mutate(undefined)}>
          {t(state.state === 'failed' ? 'update.again' : 'update.check')}
        </Button>
      );
    case 'offered':
    case 'ready': {
      const isOffered = state.state === 'offered';
      return (
        <div className="flex flex-wrap gap-2">
          <Button size="small" onPress={() => (isOffered ? accept : install).mutate(undefined)}>
            {t(isOffered ? 'update.accept' : 'update.install')}
          </Button>
          <Button size="small" look="plain" onPress={() => refuse.mutate(undefined)}>
            {t('update.refuse')}
          </Button>
          <ErrorNotice error={refuse.error ?? install.error} />
        </div>
      );
    }
    case 'off':
    case 'checking':
    case 'downloading':
    case 'installing':
      return null;
  }
}
