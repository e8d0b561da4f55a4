import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClockNotice } from '../clock/clock-notice.ts';
import { useBackupNotice } from '../backups/backup-notice.ts';
import type { OpenState } from '../../contract/vault.ts';
import { Button } from '../design/button.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { Notice } from '../design/notice.tsx';
import { open } from '../navigation/navigator.ts';
import { useMovingReminder } from '../moving/reminder.ts';
import { useKitReminder } from '../recovery/reminder.ts';
import { useSyncNotice } from '../sync/sync-notice.ts';
import { useUpdateNotice } from '../update/update-notice.ts';
import { formatDate } from '../words/dates.ts';
import type { VaultNotice } from './vault-notice.ts';

interface VaultNoticesProps {
  vault: OpenState;
  hasEntries: boolean;
}

/** What is unusual about the open vault: each once, above the list, with its next step, until dismissed. */
export function VaultNotices({ vault, hasEntries }: VaultNoticesProps) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState<readonly string[]>([]);
  const backup = useBackupNotice(vault);
  const sync = useSyncNotice(vault);
  const clock = useClockNotice();
  const update = useUpdateNotice();
  const reminders = [useKitReminder(vault, hasEntries), update, useMovingReminder(vault)];
  const troubles = [clock, recovered(), unreadable(), readOnly(), backup, sync].filter(isUnseen);
  // Advice can wait until nothing is wrong, and comes one piece at a time.
  const shown = troubles.length > 0 ? troubles : reminders.filter(isUnseen).slice(0, 1);
  if (shown.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 px-3 pb-2">
      {shown.map((notice) => (
        <Line key={notice.key} notice={notice} onSeen={away(notice)} />
      ))}
    </div>
  );

  function isUnseen(notice: VaultNotice | null): notice is VaultNotice {
    return notice !== null && !seen.includes(notice.key);
  }

  function away(notice: VaultNotice): () => void {
    return () => {
      notice.onDismiss?.();
      setSeen([...seen, notice.key]);
    };
  }

  function recovered(): VaultNotice | null {
    if (vault.recoveredFrom === null) return null;
    const { generation, writtenAt } = vault.recoveredFrom;
    return {
      key: `recovered ${generation}`,
      kind: 'warning',
      text:
        writtenAt === null
          ? t('trouble.recoveredUnknown')
          : t('trouble.recovered', { when: formatDate(writtenAt, true) }),
      action: { label: t('trouble.lookHistory'), run: () => open({ at: 'settings', section: 'history' }) },
    };
  }

  function unreadable(): VaultNotice | null {
    if (vault.quarantined === 0) return null;
    return {
      key: `quarantined ${vault.quarantined}`,
      kind: 'warning',
      text: t('trouble.quarantined', { count: vault.quarantined }),
      action: { label: t('trouble.look'), run: () => open({ at: 'settings', section: 'unreadable' }) },
    };
  }

  function readOnly(): VaultNotice | null {
    const because = vault.readOnlyBecause;
    return because && { key: `readOnly ${because}`, kind: 'warning', text: t(`trouble.readOnly_${because}`) };
  }
}

function Line({ notice, onSeen }: { notice: VaultNotice; onSeen: () => void }) {
  const { t } = useTranslation();
  const { kind, title, text, action } = notice;
  return (
    <Notice
      kind={kind}
      title={title}
      action={
        <IconButton label={t('trouble.dismiss')} className="-my-1 -me-1.5 size-7!" onPress={onSeen}>
          <X size={16} aria-hidden />
        </IconButton>
      }
    >
      <p>{text}</p>
      {action !== undefined && (
        <Button size="small" className="mt-2" onPress={action.run}>
          {action.label}
        </Button>
      )}
    </Notice>
  );
}
