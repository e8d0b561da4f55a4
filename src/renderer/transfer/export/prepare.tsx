import { useTranslation } from 'react-i18next';
import type { Revealed } from '../../../contract/exports.ts';
import type { Proof } from '../../../contract/proof.ts';
import type { OpenState } from '../../../contract/vault.ts';
import { useAct } from '../../connection/use-act.ts';
import { Button } from '../../design/button.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { Form } from '../../design/form.tsx';
import { Notice } from '../../design/notice.tsx';
import { saveBlob } from '../../design/save-file.ts';
import { NewPassphraseFields } from '../../new-secret/new-passphrase-fields.tsx';
import { isOfNewPassphrase, useNewPassphrase } from '../../new-secret/use-new-passphrase.ts';
import { Panel } from '../../preferences/panel.tsx';
import { isOfKitCode } from '../../recovery/kit-code-field.tsx';
import { StopWaiting } from '../../security/passphrase-wait.tsx';
import { ProofFields } from '../../security/proof-fields.tsx';
import { isOfPassphrase, useProof } from '../../security/use-proof.ts';
import { Carried } from './carried.tsx';
import type { Target } from './targets.ts';
import { useCarried } from './use-carried.ts';

/** What an export has made. */
export type Made =
  | {
      readonly as: 'file';
      readonly file: SavedFile;
      readonly isEncrypted: boolean;
      readonly entries: number;
    }
  | { readonly as: 'set'; readonly files: readonly SavedFile[]; readonly entries: number }
  | { readonly as: 'paper'; readonly entries: readonly Revealed[] };

export interface SavedFile {
  readonly name: string;
  readonly bytes: Blob;
}

interface PrepareProps {
  vault: OpenState;
  target: Target;
  /** Null for all. */
  ids: readonly string[] | null;
  onMade: (made: Made) => void;
  onBack: () => void;
}

/** Before an export is made: what it carries and what not, its passphrase, and the proof. */
export function Prepare({ vault, target, ids, onMade, onBack }: PrepareProps) {
  const { t } = useTranslation();
  const { isEncrypted } = target;
  const chosen = useNewPassphrase();
  const carried = useCarried(target, ids);
  const written = carried.preview?.written ?? 0;
  const make = useAct(
    async ({ exports }, proof: Proof): Promise<Made> => {
      const wanted = ids === null ? null : [...ids];
      if (target.result === 'paper') {
        return { as: 'paper', ...(await exports.reveal({ ids: wanted, ...proof })) };
      }
      const passphrase = isEncrypted ? chosen.first : undefined;
      const { files } = await exports.make({ format: target.id, ids: wanted, passphrase, ...proof });
      const [file] = files;
      if (target.result === 'set' || file === undefined) return { as: 'set', files, entries: written };
      return { as: 'file', file, isEncrypted, entries: written };
    },
    (made) => {
      if (made.as === 'file') saveBlob(made.file.name, made.file.bytes);
      onMade(made);
    },
  );
  const proving = useProof(vault, make);
  const { error } = make;
  const isElsewhere =
    isOfPassphrase(error) || isOfKitCode(error) || (isEncrypted && isOfNewPassphrase(error));
  return (
    <Panel title={t(`exports.to_${target.id}`)} text={t(`exports.about_${target.id}`)} onBack={onBack}>
      {!isEncrypted && (
        <Notice kind="warning" title={t('exports.unprotected')}>
          <p>{t(`exports.unprotected_${target.result}`)}</p>
        </Notice>
      )}
      <Carried carried={carried} isSet={target.result === 'set'} />
      {written > 0 && (
        <Form
          className="flex flex-col gap-5"
          onSend={() => {
            if (!isEncrypted || chosen.check()) proving.submit();
          }}
        >
          {isEncrypted && (
            <div className="flex flex-col gap-4">
              <NewPassphraseFields
                autoFocus
                chosen={chosen}
                error={error}
                label={t('exports.passphrase')}
                hint={t('exports.passphraseHint')}
              />
            </div>
          )}
          <ProofFields vault={vault} proving={proving} autoFocus={!isEncrypted} />
          {!isElsewhere && <ErrorNotice error={error} />}
          <div className="flex flex-wrap justify-end gap-2">
            <StopWaiting wait={proving.wait} />
            <Button onPress={onBack}>{t('entry.cancel')}</Button>
            <Button
              type="submit"
              look="primary"
              autoFocus={!isEncrypted && proving.by === 'keychain'}
              isPending={make.isPending}
              isDisabled={proving.isMissing || (isEncrypted && chosen.first === '')}
            >
              {proving.wait.label ?? t(`exports.do_${target.result}`)}
            </Button>
          </div>
        </Form>
      )}
    </Panel>
  );
}
