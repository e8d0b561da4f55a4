import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { createStore, useStore } from '../../connection/store.ts';
import { IconButton } from '../../design/icon-button.tsx';
import { Notice } from '../../design/notice.tsx';

type How = 'signedOut' | 'serverNotTold' | 'deleted';

const farewell = createStore<How | null>(null);

/** Records how the person left the last account; the next screen reports it. */
export function sayFarewell(how: How | null): void {
  farewell.set(how);
}

/** Reports once what signing out or deleting ended. */
export function Farewell() {
  const { t } = useTranslation();
  const how = useStore(farewell);
  if (how === null) return null;
  const close = (
    <IconButton label={t('account.link.close')} className="-m-1.5" onPress={() => farewell.set(null)}>
      <X size={16} aria-hidden />
    </IconButton>
  );
  return (
    <div role="status">
      {how === 'serverNotTold' ? (
        <Notice kind="warning" title={t('account.page.signOutNotTold')} action={close}>
          <p className="text-pretty">{t('account.page.signOutNotToldText')}</p>
        </Notice>
      ) : (
        <Notice action={close}>
          <p>{how === 'deleted' ? t('account.page.deleteDone') : t('account.page.signOutDone')}</p>
        </Notice>
      )}
    </div>
  );
}
