import { useTranslation } from 'react-i18next';
import { Choice } from '../design/choice.tsx';
import { Button } from '../design/button.tsx';
import { NewPassphraseFields } from '../new-secret/new-passphrase-fields.tsx';
import type { NewPassphrase } from '../new-secret/use-new-passphrase.ts';
import { open } from '../navigation/navigator.ts';

export type ProtectedBy = 'recovery' | 'passphrase' | 'present';

interface ProtectionProps {
  value: ProtectedBy;
  onChange: (by: ProtectedBy) => void;
  hasKit: boolean;
  /** How backups are protected now; null if none are set up. */
  present: 'passphrase' | 'recovery' | null;
  /** The backups' own passphrase, while it is being chosen. */
  chosen: NewPassphrase;
  error: unknown;
}

/** What opens the backups: the recovery kit, a passphrase of their own, or what opens them now. */
export function Protection(props: ProtectionProps) {
  const { value, onChange, hasKit, present, chosen, error } = props;
  const { t } = useTranslation();
  const offered: ProtectedBy[] = [
    ...(present === null ? [] : (['present'] as const)),
    ...(hasKit && present !== 'recovery' ? (['recovery'] as const) : []),
    'passphrase',
  ];
  const title = (by: ProtectedBy) => {
    if (by !== 'present') return t(`backups.by_${by}`);
    return t('backups.byPresent', { by: t(`backups.by_${present ?? 'passphrase'}`) });
  };
  return (
    <div className="flex flex-col gap-4">
      <Choice
        label={t('backups.opensWith')}
        value={value}
        onChange={onChange}
        options={offered.map((by) => ({
          value: by,
          label: (
            <span className="py-1">
              <span className="font-medium">
                {by === 'passphrase' && present === 'passphrase' ? t('backups.byOther') : title(by)}
              </span>
              <span className="block text-hint text-pretty text-soft">{t(`backups.by_${by}_text`)}</span>
            </span>
          ),
        }))}
      />
      {!hasKit && (
        <p className="text-hint text-soft">
          {t('backups.noKit')}{' '}
          <Button
            look="plain"
            size="small"
            className="h-7! px-1.5! text-accent!"
            onPress={() => open({ at: 'settings', section: 'recovery', step: 'make' })}
          >
            {t('recovery.make')}
          </Button>
        </p>
      )}
      {value === 'passphrase' && (
        <NewPassphraseFields
          chosen={chosen}
          error={error}
          label={t('backups.passphrase')}
          hint={t('backups.passphraseHint')}
        />
      )}
    </div>
  );
}
