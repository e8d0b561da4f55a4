import { useMutation, useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import {
  lockSettingOf,
  lockTriggers,
  type LockSetting,
  type LockTrigger,
} from '../../contract/vocabulary.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Notice } from '../design/notice.tsx';
import { Select } from '../design/select.tsx';
import { Switch } from '../design/switch.tsx';
import { Group } from '../design/group.tsx';
import { keysText } from '../commands/keys.ts';
import { useLock } from './lock.ts';
import { hasPassphrase } from './unlock-methods.ts';

const minutes = [1, 5, 15, 30, 60, 240, 0];

/** When the vault locks automatically, and a way to lock it now. */
export function LocksGroup({ vault }: { vault: OpenState }) {
  const { t, i18n } = useTranslation();
  const { calls, preferences: live } = useApplication();
  const preferences = useLive(live);
  const { data: host } = useQuery(calls.host.info.queryOptions());
  const { mutate: set, error } = useMutation(calls.preferences.set.mutationOptions());
  const lock = useLock(vault);
  if (preferences === null || host === undefined) return null;
  if (!hasPassphrase(vault)) {
    return (
      <Group title={t('security.locks')}>
        <Notice>
          <p>{t('security.locksNeedPassphrase')}</p>
        </Notice>
      </Group>
    );
  }
  const { lockAfterMinutes: after } = preferences;
  const offered = minutes.includes(after) ? minutes : [after, ...minutes];
  const untold = lockTriggers.filter((trigger) => !host.locks.triggers.includes(trigger));
  const listed = (triggers: readonly LockTrigger[]) =>
    new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(
      triggers.map((trigger) => t(`lockTriggers.${trigger}.when`)),
    );
  const words = (count: number) => {
    if (count === 0) return t('security.idleNever');
    return count % 60 === 0
      ? t('security.idleHours', { count: count / 60 })
      : t('security.idleMinutes', { count });
  };
  return (
    <Group title={t('security.locks')} text={t('security.locksText')}>
      <ErrorNotice error={error} />
      <Select
        label={t('security.idle')}
        value={String(after)}
        onChange={(value) => set({ lockAfterMinutes: Number(value) })}
        options={offered.map((count) => ({ value: String(count), label: words(count) }))}
      />
      {host.locks.triggers.map((trigger) => (
        <Switch
          key={trigger}
          isSelected={preferences[lockSettingOf(trigger)]}
          onChange={(isOn) => set(lockSetting(trigger, isOn))}
        >
          {t(`lockTriggers.${trigger}.setting`)}
        </Switch>
      ))}
      {untold.length > 0 && (
        <p className="text-hint text-soft">{t('security.locksNotTold', { what: listed(untold) })}</p>
      )}
      <div className="flex items-center gap-3">
        <Button
          icon={<Lock size={16} aria-hidden />}
          aria-keyshortcuts={host.platform === 'darwin' ? 'Meta+L' : 'Control+L'}
          onPress={lock}
        >
          {t('codes.menuLock')}
        </Button>
        <kbd className="rounded-md border border-line px-1.5 py-0.5 font-sans text-xs text-soft">
          {keysText('lock', host.platform, i18n.language)}
        </kbd>
      </div>
    </Group>
  );
}

function lockSetting(trigger: LockTrigger, isOn: boolean): Partial<Record<LockSetting, boolean>> {
  return { [lockSettingOf(trigger)]: isOn };
}
