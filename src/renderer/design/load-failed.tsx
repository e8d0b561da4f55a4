import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { ErrorNotice } from './error-notice.tsx';

/** A list that could not be loaded: why, and a way to retry. */
export function LoadFailed({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col items-start gap-2">
      <ErrorNotice error={error} />
      <Button size="small" onPress={onAgain}>
        {t('account.tryAgain')}
      </Button>
    </div>
  );
}
