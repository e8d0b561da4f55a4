import { Download, Trash2, Wrench } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quarantined } from '../../contract/quarantine.ts';
import { saveFile } from '../design/save-file.ts';
import { IssuerIcon } from '../codes/issuer-icon.tsx';
import { useApplication } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Notice } from '../design/notice.tsx';
import { Sheet } from '../design/sheet.tsx';
import { showToast } from '../design/toasts.tsx';
import { Card } from '../design/card.tsx';
import { Fact, Facts } from '../design/facts.tsx';
import { showUndo } from '../restore/show-undo.ts';
import { recordName } from './record-name.ts';

interface RecordProps {
  record: Quarantined;
  isReadOnly: boolean;
  onFix: () => void;
}

/** One unreadable entry: what could be read of it, and its actions. */
export function Record({ record, isReadOnly, onFix }: RecordProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'export' | 'drop' | null>(null);
  const name = recordName(record, t);
  const close = () => setAsked(null);
  return (
    <Card>
      <div className="flex items-center gap-3">
        <IssuerIcon issuer={record.issuer ?? ''} account={record.account ?? ''} size={36} />
        <h2 className="min-w-0 flex-1 font-semibold wrap-anywhere">
          <bdi>{name}</bdi>
        </h2>
      </div>
      <Facts>
        <Fact name={t('quarantine.wrong')}>{t(`quarantine.wrong_${record.wrong}`)}</Fact>
        <Fact name={t('quarantine.secret')}>
          {record.secretBytes > 0
            ? t('quarantine.secretThere', { count: record.secretBytes })
            : t('quarantine.secretNone')}
        </Fact>
        {record.from === 'trashed' && <Fact name={t('quarantine.from')}>{t('quarantine.fromTrash')}</Fact>}
        <Fact name={t('quarantine.support')}>
          <code className="font-mono text-xs">{record.reason}</code>
        </Fact>
      </Facts>
      <div className="flex flex-wrap gap-2">
        {!isReadOnly && record.secretBytes > 0 && (
          <Button
            size="small"
            look="primary"
            icon={<Wrench size={15} aria-hidden />}
            aria-label={t('quarantine.fixNamed', { name })}
            onPress={onFix}
          >
            {t('quarantine.fix')}
          </Button>
        )}
        <Button
          size="small"
          icon={<Download size={15} aria-hidden />}
          aria-label={t('quarantine.exportNamed', { name })}
          onPress={() => setAsked('export')}
        >
          {t('quarantine.export')}
        </Button>
        {!isReadOnly && (
          <Button
            size="small"
            className="text-danger!"
            icon={<Trash2 size={15} aria-hidden />}
            aria-label={t('quarantine.dropNamed', { name })}
            onPress={() => setAsked('drop')}
          >
            {t('quarantine.drop')}
          </Button>
        )}
      </div>
      <Sheet
        role="alertdialog"
        title={asked === null ? '' : t(`quarantine.${asked}Title`, { name })}
        isOpen={asked !== null}
        onClose={close}
      >
        {asked === 'export' && <Export id={record.id} onClose={close} />}
        {asked === 'drop' && <Drop id={record.id} name={name} onClose={close} />}
      </Sheet>
    </Card>
  );
}

function Export({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const take = useAct(
    async (client) => client.quarantine.export({ id }),
    ({ fileName, text }) => {
      saveFile(fileName, text, 'application/json');
      onClose();
      showToast(t('quarantine.exported', { name: fileName }));
    },
  );
  return (
    <Question
      warning={t('quarantine.exportWarning')}
      text={t('quarantine.exportText')}
      error={take.error}
      onClose={onClose}
      yes={
        <Button look="primary" isPending={take.isPending} onPress={() => take.run()}>
          {t('quarantine.exportYes')}
        </Button>
      }
    />
  );
}

function Drop({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const drop = useAct(
    async () => client.quarantine.drop({ id }),
    ({ undoId }) => {
      onClose();
      showUndo(client, undoId, t('quarantine.dropped', { name }), t);
    },
  );
  return (
    <Question
      warning={t('entry.deleteWarning')}
      text={t('quarantine.dropText')}
      error={drop.error}
      onClose={onClose}
      yes={
        <Button look="danger" isPending={drop.isPending} onPress={() => drop.run()}>
          {t('quarantine.dropYes')}
        </Button>
      }
    />
  );
}

interface QuestionProps {
  warning: string;
  text: string;
  error: unknown;
  onClose: () => void;
  yes: React.ReactNode;
}

function Question({ warning, text, error, onClose, yes }: QuestionProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-4">
      <Notice kind="warning" title={warning}>
        <p>{text}</p>
      </Notice>
      <ErrorNotice error={error} />
      <div className="flex justify-end gap-2">
        <Button autoFocus onPress={onClose}>
          {t('entry.cancel')}
        </Button>
        {yes}
      </div>
    </div>
  );
}
