import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import { Button } from '../controls/button.tsx';
import { Check } from '../controls/check.tsx';
import { ErrorNotice } from '../controls/notice.tsx';
import { Sheet } from '../controls/sheet.tsx';
import { showToast } from '../controls/toasts.tsx';

/** Renames the vault out of the way and starts empty. Asked twice: a dialog, and a box to tick in it. */
export function SetAside() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-pretty">{t('trouble.lastWayText')}</p>
      <Button className="self-start" onPress={() => setAsked(true)}>
        {t('trouble.setAside')}
      </Button>
      <Sheet
        role="alertdialog"
        title={t('trouble.setAsideTitle')}
        isOpen={asked}
        onClose={() => setAsked(false)}
      >
        <Question onClose={() => setAsked(false)} />
      </Sheet>
    </div>
  );
}

function Question({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  const setAside = useMutation(
    useApplication().calls.vault.setAside.mutationOptions({
      onSuccess: ({ path }) => showToast(t('trouble.setAsideDone', { path })),
    }),
  );
  return (
    <div className="flex flex-col gap-4 text-sm text-ink">
      <p>{t('trouble.setAsideText')}</p>
      <p className="font-medium">{t('trouble.setAsideSites')}</p>
      <Check isSelected={sure} onChange={setSure}>
        {t('trouble.setAsideSure')}
      </Check>
      <ErrorNotice error={setAside.error} />
      <div className="flex flex-col gap-2">
        <Button look="primary" autoFocus onPress={onClose}>
          {t('trouble.setAsideNo')}
        </Button>
        <Button
          look="danger"
          isDisabled={!sure}
          isPending={setAside.isPending}
          onPress={() => setAside.mutate(undefined)}
        >
          {t('trouble.setAsideYes')}
        </Button>
      </div>
    </div>
  );
}
