import { useMutation } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';

/**
 * Asks the application to check the keychain and the file again; says so if nothing changed.
 * @param props.label what the person expects of it, if more than a check
 */
export function LookAgain({ look = 'primary', label }: { look?: 'primary' | 'quiet'; label?: string }) {
  const { t } = useTranslation();
  const retry = useMutation(useApplication().calls.vault.retry.mutationOptions());
  return (
    <div className="flex flex-col gap-2">
      <Button
        look={look}
        className="w-full"
        icon={<RefreshCw size={17} aria-hidden />}
        isPending={retry.isPending}
        onPress={() => retry.mutate(undefined)}
      >
        {label ?? t('trouble.lookAgain')}
      </Button>
      <p role="status" className="min-h-5 text-center text-hint text-soft">
        {retry.isSuccess && t('trouble.stillNot')}
      </p>
      <ErrorNotice error={retry.error} />
    </div>
  );
}
