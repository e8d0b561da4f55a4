import { KeyRound, LockKeyhole, Monitor } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { lockModes } from './lock-modes.ts';
import type { LockMode } from '../../contract/vault.ts';

/** The icon of each lock mode. */
export const modeIcons = { session: Monitor, passphrase: KeyRound, both: LockKeyhole } satisfies Record<
  LockMode,
  unknown
>;

interface ModeChoiceProps {
  backend: string;
  value: LockMode;
  onChange: (mode: LockMode) => void;
}

/** A choice among the three lock modes, each explained in a sentence. */
export function ModeChoice({ backend, value, onChange }: ModeChoiceProps) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      value={value}
      onChange={(chosen) => {
        const mode = lockModes.find((one) => one === chosen);
        if (mode !== undefined) onChange(mode);
      }}
      className="flex flex-col gap-2"
    >
      <Label className="sr-only">{t('security.opens')}</Label>
      {lockModes.map((mode) => {
        const Icon = modeIcons[mode];
        return (
          <Radio
            key={mode}
            value={mode}
            className="group flex items-start gap-3 rounded-xl border border-line px-3.5 py-3 data-[hovered]:border-control data-[selected]:border-accent data-[selected]:bg-tint"
          >
            <Icon size={20} aria-hidden className="mt-0.5 shrink-0 text-accent" />
            <span className="min-w-0 flex-1">
              <span className="font-medium">{t(`security.mode_${mode}`)}</span>
              <span className="block text-hint text-pretty text-soft">
                {t(`security.mode_${mode}_text`, { backend })}
              </span>
            </span>
            <span
              aria-hidden
              className="mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full border-2 border-control bg-surface group-data-[selected]:border-accent"
            >
              <span className="size-2.5 rounded-full group-data-[selected]:bg-accent forced-colors:group-data-[selected]:bg-[Highlight]" />
            </span>
          </Radio>
        );
      })}
    </RadioGroup>
  );
}
