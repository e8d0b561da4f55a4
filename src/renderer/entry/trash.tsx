import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import type { TrashView } from '../../contract/entry.ts';
import { IssuerIcon } from '../codes/issuer-icon.tsx';
import { nameOf } from '../codes/name.ts';
import { twinMarks } from '../codes/twins.ts';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Sheet } from '../design/sheet.tsx';
import { showToast } from '../design/toasts.tsx';
import { done } from '../navigation/navigator.ts';
import { useEntryCall } from './use-entry-call.ts';
import { useApplication } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { ErrorNotice } from '../design/error-notice.tsx';
import { showUndo } from '../restore/show-undo.ts';

const day = 86_400_000;
const kept = 30 * day;

interface TrashProps {
  isOpen: boolean;
  trash: readonly TrashView[];
  isReadOnly: boolean;
}

/** The entries deleted in the last 30 days, which can be restored. */
export function Trash({ isOpen, trash, isReadOnly }: TrashProps) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('entry.trashTitle')} isOpen={isOpen} onClose={() => done()}>
      {trash.length === 0 ? (
        <div className="flex flex-col items-center gap-3 py-10 text-center text-soft">
          <Trash2 size={32} strokeWidth={1.5} aria-hidden />
          <p>{t('entry.trashEmpty')}</p>
        </div>
      ) : (
        <Lines trash={trash} isReadOnly={isReadOnly} />
      )}
    </Sheet>
  );
}

function Lines({ trash, isReadOnly }: Omit<TrashProps, 'isOpen'>) {
  const { t } = useTranslation();
  const marks = twinMarks(trash, t);
  const newestFirst = trash.toSorted((one, other) => other.deletedAt - one.deletedAt);
  return (
    <>
      <p className="pb-3 text-pretty text-soft">{t('entry.trashText')}</p>
      <Notice kind="warning" title={t('entry.trashWarning')}>
        <p>{t('entry.deleteText')}</p>
      </Notice>
      <ul className="mt-4 flex flex-col divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
        {newestFirst.map((entry) => (
          <Line key={entry.id} entry={entry} mark={marks.get(entry.id)} isReadOnly={isReadOnly} />
        ))}
      </ul>
      {!isReadOnly && <EmptyTrash count={trash.length} onEmptied={() => done()} />}
    </>
  );
}

interface LineProps {
  entry: TrashView;
  /** What distinguishes it from others with its name. */
  mark: string | undefined;
  isReadOnly: boolean;
}

function Line({ entry, mark, isReadOnly }: LineProps) {
  const { t } = useTranslation();
  const call = useEntryCall();
  const name = nameOf(entry, t);
  const said = mark === undefined ? name : `${name}, ${mark}`;
  const restore = async () => {
    const worked = await call((client) => client.entries.restore({ id: entry.id }));
    if (worked) showToast(t('entry.restored', { name }));
  };
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <IssuerIcon issuer={entry.issuer} account={entry.account} icon={entry.icon} size={36} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">
          <bdi>{name}</bdi>
        </p>
        {mark !== undefined && <p className="text-hint text-pretty text-soft">{mark}</p>}
        <p className="text-hint text-soft">{t('entry.trashDays', { count: daysLeft(entry) })}</p>
      </div>
      {!isReadOnly && (
        <Button
          size="small"
          aria-label={t('entry.restoreNamed', { name: said })}
          onPress={() => void restore()}
        >
          {t('entry.restore')}
        </Button>
      )}
    </li>
  );
}

function daysLeft({ deletedAt }: TrashView): number {
  return Math.max(0, Math.ceil((deletedAt + kept - Date.now()) / day));
}

/** Removes deleted entries before their 30 days are over: asks first, and offers Undo afterwards. */
function EmptyTrash({ count, onEmptied }: { count: number; onEmptied: () => void }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [asked, setAsked] = useState(false);
  const close = () => setAsked(false);
  const purge = useAct(
    async () => client.trash.purge({ ids: null }),
    ({ undoId, purged }) => {
      close();
      onEmptied();
      showUndo(client, undoId, t('entry.emptied', { count: purged }), t);
    },
  );
  return (
    <div className="flex justify-end pt-4">
      <Button className="text-danger!" onPress={() => setAsked(true)}>
        {t('entry.emptyTrash')}
      </Button>
      <Sheet role="alertdialog" title={t('entry.emptyTitle', { count })} isOpen={asked} onClose={close}>
        <div className="flex flex-col gap-4">
          <Notice kind="warning" title={t('entry.trashWarning')}>
            <p>{t('entry.deleteText')}</p>
          </Notice>
          <p className="text-pretty text-soft">{t('entry.emptyText')}</p>
          <ErrorNotice error={purge.error} />
          <div className="flex justify-end gap-2">
            <Button autoFocus onPress={close}>
              {t('entry.cancel')}
            </Button>
            <Button look="danger" isPending={purge.isPending} onPress={() => purge.run()}>
              {t('entry.emptyYes')}
            </Button>
          </div>
        </div>
      </Sheet>
    </div>
  );
}
