import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../codes/open-vault.tsx';
import { formatDate } from '../words/dates.ts';
import { IconButton } from '../controls/button.tsx';
import { Notice } from '../controls/notice.tsx';

/** What is out of the ordinary about the open vault: each once, above the list, until it is put away. */
export function VaultNotices({ vault }: { vault: OpenState }) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState<readonly string[]>([]);
  const { recoveredFrom: recovered } = vault;
  const when = recovered?.writtenAt == null ? null : formatDate(recovered.writtenAt, true);
  const notices = [
    recovered !== null && {
      key: `recovered ${recovered.generation}`,
      text: when === null ? t('trouble.recoveredUnknown') : t('trouble.recovered', { when }),
    },
    vault.quarantined > 0 && {
      key: `quarantined ${vault.quarantined}`,
      text: t('trouble.quarantined', { count: vault.quarantined }),
    },
    vault.readOnly && { key: 'readOnly', text: t('trouble.readOnly') },
  ];
  const shown = notices.filter((notice) => notice !== false && !seen.includes(notice.key));
  if (shown.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 px-3 pb-2">
      {shown.map(
        (notice) =>
          notice !== false && (
            <Notice
              key={notice.key}
              kind="warning"
              action={
                <IconButton
                  label={t('trouble.dismiss')}
                  className="-my-1 -mr-1.5 size-7!"
                  onPress={() => setSeen([...seen, notice.key])}
                >
                  <X size={16} aria-hidden />
                </IconButton>
              }
            >
              <p>{notice.text}</p>
            </Notice>
          ),
      )}
    </div>
  );
}
