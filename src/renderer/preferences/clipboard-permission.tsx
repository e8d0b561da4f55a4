import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clipboardPermission } from '../codes/window-clipboard.ts';
import { useApplication } from '../connection/application.ts';
import { Button } from '../controls/button.tsx';
import { Notice } from '../controls/notice.tsx';

/** If the window itself copies (browser host): may it read the clipboard, to clear only its own code? */
export function ClipboardPermission() {
  const { t } = useTranslation();
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  const permission = useQuery({
    queryKey: ['clipboardPermission'],
    queryFn: clipboardPermission,
    staleTime: 0,
  });
  const ask = useMutation({
    mutationFn: async () => {
      // Only reading triggers the question; the text read is dropped.
      await navigator.clipboard.readText().catch(() => undefined);
      await permission.refetch();
    },
  });
  if (host?.host !== 'browser') return null;
  switch (permission.data) {
    case 'prompt':
      return (
        <Notice>
          <p className="mb-2">{t('preferences.clipboardAllow')}</p>
          <Button size="small" isPending={ask.isPending} onPress={() => ask.mutate()}>
            {t('preferences.clipboardAllowButton')}
          </Button>
        </Notice>
      );
    case 'denied':
      return (
        <Notice>
          <p>{t('preferences.clipboardDenied')}</p>
        </Notice>
      );
    default:
      return null;
  }
}
