import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { showToast } from '../../design/toasts.tsx';
import { RowButton } from '../../design/row-button.tsx';
import { saveFile } from '../../design/save-file.ts';
import { useCall } from '../shared/use-call.ts';

/** Saves everything that the server keeps about the person as a file. */
export function Export() {
  const { t } = useTranslation();
  const { client } = useApplication();
  const fetch = useCall(
    async () => client.account.export(),
    ({ json }) => {
      const name = `latchkey-account-${new Date().toISOString().slice(0, 10)}.json`;
      saveFile(name, json, 'application/json');
      showToast(t('account.page.exportDone', { name }));
    },
  );
  return (
    <>
      <RowButton
        icon={FileDown}
        title={t('account.page.export')}
        text={t('account.page.exportText')}
        isPending={fetch.isPending}
        onPress={() => fetch.run(undefined)}
      />
      {fetch.error !== null && (
        <div className="p-3">
          <ErrorNotice error={fetch.error} />
        </div>
      )}
    </>
  );
}
