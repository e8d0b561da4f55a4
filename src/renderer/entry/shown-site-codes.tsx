import { Check as Tick, Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import type { Proof } from '../../contract/proof.ts';
import type { SiteCode } from '../../contract/site-codes.ts';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { Check } from '../design/check.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { Question } from '../design/question.tsx';
import { showUndo } from '../restore/show-undo.ts';
import { formatDate } from '../words/dates.ts';
import { CloseByItself } from './close-by-itself.tsx';
import { ProofForm } from './proof-form.tsx';
import { useCopySecret } from './use-copy-secret.ts';

interface ShownSiteCodesProps {
  entry: EntryView;
  vault: OpenState;
  isReadOnly: boolean;
  onClose: () => void;
}

/** The recovery codes of a site, after a proof: copied one by one, ticked off when used. */
export function ShownSiteCodes({ entry, vault, isReadOnly, onClose }: ShownSiteCodesProps) {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<readonly SiteCode[] | null>(null);
  const reveal = useAct(
    async ({ siteCodes }, proof: Proof) => siteCodes.reveal({ id: entry.id, ...proof }),
    (shown) => setCodes(shown.codes),
  );
  if (codes === null) {
    return (
      <ProofForm
        vault={vault}
        act={reveal}
        warning={t('siteCodes.showWarning')}
        label={t('siteCodes.showDo')}
        onClose={onClose}
      />
    );
  }
  return <Codes id={entry.id} codes={codes} onChange={setCodes} isReadOnly={isReadOnly} onClose={onClose} />;
}

interface CodesProps extends Pick<ShownSiteCodesProps, 'isReadOnly' | 'onClose'> {
  id: string;
  codes: readonly SiteCode[];
  onChange: (codes: readonly SiteCode[]) => void;
}

function Codes({ id, codes, onChange, isReadOnly, onClose }: CodesProps) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [isAsked, setAsked] = useState(false);
  const copy = useCopySecret(t('siteCodes.copied'));
  const tick = useAct(
    async ({ siteCodes }, { code, isUsed }: { code: string; isUsed: boolean }) =>
      siteCodes.tick({ id, code, isUsed }),
    ({ usedAt }, { code }) => onChange(codes.map((one) => (one.code === code ? { ...one, usedAt } : one))),
  );
  const remove = useAct<undefined, { undoId: string }>(
    async ({ siteCodes }) => siteCodes.remove({ id }),
    ({ undoId }) => {
      onClose();
      showUndo(client, undoId, t('siteCodes.removed'), t);
    },
  );
  const left = codes.filter(({ usedAt }) => usedAt === null).length;
  const count = codes.length;
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="text-hint text-soft">
        {t('siteCodes.left', { left, count })}
      </p>
      <ul
        aria-label={t('siteCodes.list')}
        className="flex flex-col divide-y divide-line rounded-2xl border border-line bg-surface"
      >
        {codes.map(({ code, usedAt }, index) => {
          const isUsed = usedAt !== null;
          const at = index + 1;
          return (
            <li key={code} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 pe-2 ps-4">
              <div className="min-w-40 flex-1">
                <code
                  className={`selectable font-mono text-head wrap-anywhere ${isUsed ? 'text-soft line-through' : ''}`}
                >
                  {code}
                </code>
                {isUsed && (
                  <p className="text-xs text-soft">
                    {t('siteCodes.usedAt', { date: formatDate(usedAt, true) })}
                  </p>
                )}
              </div>
              <Check
                aria-label={t('siteCodes.usedNamed', { at, count })}
                isSelected={isUsed}
                isDisabled={isReadOnly}
                onChange={(next) => tick.run({ code, isUsed: next })}
                className="items-center! gap-2! text-hint"
              >
                {t('siteCodes.used')}
              </Check>
              <IconButton label={t('siteCodes.copyNamed', { at, count })} onPress={() => copy.run(code)}>
                {copy.copied === code ? (
                  <Tick size={17} strokeWidth={3} aria-hidden />
                ) : (
                  <Copy size={17} aria-hidden />
                )}
              </IconButton>
            </li>
          );
        })}
      </ul>
      <ErrorNotice error={copy.error ?? tick.error} />
      {!isReadOnly && (
        <Button
          size="small"
          className="self-start text-danger!"
          icon={<Trash2 size={15} aria-hidden />}
          onPress={() => setAsked(true)}
        >
          {t('siteCodes.remove')}
        </Button>
      )}
      <CloseByItself onClose={onClose} />
      <Question
        title={t('siteCodes.removeTitle')}
        yes={t('entry.delete')}
        look="danger"
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        call={remove}
      >
        <p>{t('siteCodes.removeText')}</p>
      </Question>
    </div>
  );
}
