import { useTranslation } from 'react-i18next';
import { useCall } from '../account/shared/use-call.ts';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { done, open } from '../navigation/navigator.ts';

/** The two ways into sync that is on elsewhere. `instead`: in the stead of a step that is open. */
export function JoinButtons({ instead = false }: { instead?: boolean }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const join = useCall(
    async () => client.sync.join(),
    () => {
      if (instead) done({ at: 'settings', section: 'sync' });
    },
  );
  const byKit = { at: 'settings', section: 'sync', step: 'joinByKit' } as const;
  return (
    <>
      <ErrorNotice error={join.error} />
      <div className="flex flex-wrap gap-2">
        <Button isPending={join.isPending} onPress={() => join.run(undefined)}>
          {t('sync.joinByWords')}
        </Button>
        <Button onPress={() => (instead ? done(byKit) : open(byKit))}>{t('sync.joinByKit')}</Button>
      </div>
    </>
  );
}
