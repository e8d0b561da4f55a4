import { useMutation } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { announce } from '../design/toasts.tsx';
import { showFailure } from '../words/show-failure.ts';
import { spoken } from './digits.tsx';
import { nameOf } from './name.ts';

interface NextCodeButtonProps {
  entry: EntryView;
  isReadOnly: boolean;
  look: 'row' | 'detail';
  isTabStop?: boolean;
}

/** Generates the next code of a counter-based entry. */
export function NextCodeButton({ entry, isReadOnly, look, isTabStop = true }: NextCodeButtonProps) {
  const { t } = useTranslation();
  const advance = useAdvance();
  const icon = <RotateCw size={17} aria-hidden />;
  const shared = {
    isDisabled: isReadOnly,
    isPending: advance.isPending,
    excludeFromTabOrder: !isTabStop,
    onPress: () => advance.mutate(entry),
  };
  return look === 'row' ? (
    <IconButton
      {...shared}
      label={t('controls.named', { what: t('codes.nextCode'), which: nameOf(entry, t) })}
      className="size-8! bg-tint text-accent!"
    >
      {icon}
    </IconButton>
  ) : (
    <Button {...shared} icon={icon}>
      {t('codes.nextCode')}
    </Button>
  );
}

/** Requests the next code of a counter-based entry, shows it in the list and announces it. */
export function useAdvance() {
  const { t } = useTranslation();
  const { client, codes } = useApplication();
  return useMutation({
    mutationFn: async (entry: EntryView) => client.codes.advance({ id: entry.id }),
    onSuccess: ({ code, counter }, entry) => {
      codes.setAdvanced(entry.id, { code, counter });
      announce(t('controls.named', { what: nameOf(entry, t), which: spoken(code) }));
    },
    onError: (error) => showFailure(error, t),
  });
}
