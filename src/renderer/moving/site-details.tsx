import { Eye, Pencil, ScanQrCode, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MovingSite } from '../../contract/moving.ts';
import { useApplication } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { open } from '../navigation/navigator.ts';
import { showUndo } from '../restore/show-undo.ts';
import { oldAppName } from './app-name.ts';
import { RenameSite } from './rename-site.tsx';

interface SiteDetailsProps {
  site: MovingSite;
  isReadOnly: boolean;
  onGone: () => void;
}

/** What to do at a site, step by step, and what can be done to it on the list. */
export function SiteDetails({ site, isReadOnly, onGone }: SiteDetailsProps) {
  const { t } = useTranslation();
  const [isRenaming, setRenaming] = useState(false);
  const { name, entry } = site;
  if (isRenaming) return <RenameSite site={site} onClose={() => setRenaming(false)} />;
  return (
    <div className="flex flex-col gap-4 pt-1 pb-4 two-panes:ps-8">
      {site.isMoved ? (
        <p className="text-pretty">{t('moving.movedText', { app: oldAppName(site.app, t) })}</p>
      ) : (
        <Steps site={site} />
      )}
      <div className="flex flex-wrap gap-2">
        {!site.isMoved && !isReadOnly && (
          <Button
            size="small"
            look="primary"
            icon={<ScanQrCode size={15} aria-hidden />}
            onPress={() => open({ at: 'add', site: { id: site.id, name } })}
          >
            {t('moving.addCode')}
          </Button>
        )}
        {entry !== null && (
          <Button
            size="small"
            icon={<Eye size={15} aria-hidden />}
            onPress={() => open({ at: 'list', shows: entry.id })}
          >
            {t('moving.showCode')}
          </Button>
        )}
        {!isReadOnly && (
          <>
            <Button size="small" icon={<Pencil size={15} aria-hidden />} onPress={() => setRenaming(true)}>
              {t('moving.rename')}
            </Button>
            <Remove site={site} onGone={onGone} />
          </>
        )}
      </div>
    </div>
  );
}

function Steps({ site: { name, app, entry } }: { site: MovingSite }) {
  const { t } = useTranslation();
  const values = { name, app: oldAppName(app, t) };
  return (
    <>
      {entry !== null && <p className="text-pretty">{t('moving.hereText')}</p>}
      <ol className="flex list-decimal flex-col gap-1.5 ps-5 text-pretty marker:text-soft">
        <li>{t('moving.step_signIn', values)}</li>
        <li>{t('moving.step_change')}</li>
        {app === 'microsoft' && <li>{t('moving.step_microsoft')}</li>}
        <li>{t('moving.step_scan')}</li>
        <li>{t('moving.step_check')}</li>
        <li>{t('moving.step_delete', values)}</li>
      </ol>
    </>
  );
}

function Remove({ site: { id, name }, onGone }: Pick<SiteDetailsProps, 'site' | 'onGone'>) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const remove = useAct(
    async () => client.moving.remove({ id }),
    ({ undoId }) => {
      onGone();
      showUndo(client, undoId, t('moving.removed', { name }), t);
    },
  );
  return (
    <>
      <Button
        size="small"
        className="text-danger!"
        icon={<Trash2 size={15} aria-hidden />}
        isPending={remove.isPending}
        onPress={() => remove.run()}
      >
        {t('moving.remove')}
      </Button>
      <ErrorNotice error={remove.error} />
    </>
  );
}
