import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApplication, useLive } from '../connection/application.ts';
import { clipboardPermissionQuery } from './window-clipboard.ts';

/**
 * Says before a copy what becomes of the code on the clipboard, where only the window can clear it: it has to have
 * the focus for that, and the browser's permission.
 */
export function ClearNotice() {
  const { t } = useTranslation();
  const application = useApplication();
  const host = useQuery(application.calls.host.info.queryOptions()).data;
  const permission = useQuery(clipboardPermissionQuery).data;
  const clearAfter = useLive(application.preferences)?.clearClipboardAfter ?? 0;
  if (host?.clipboard !== 'window' || clearAfter === 0 || permission === undefined) return null;
  return (
    <p className="shrink-0 border-t border-line px-4 py-2 text-center text-xs text-pretty text-soft">
      {permission === 'granted' ? t('codes.clearedHere') : t('codes.notCleared')}
    </p>
  );
}
