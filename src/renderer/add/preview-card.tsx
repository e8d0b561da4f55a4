import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../contract/duplicate.ts';
import { textLimits } from '../../contract/limits.ts';
import type { Preview } from '../../contract/previews.ts';
import { IssuerIcon } from '../codes/issuer-icon.tsx';
import { nameOf } from '../codes/name.ts';
import { Button } from '../design/button.tsx';
import { Choice } from '../design/choice.tsx';
import { Field } from '../design/field.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Notice } from '../design/notice.tsx';
import { DuplicateQuestion } from '../entry/duplicate-question.tsx';
import { shapeWords } from '../entry/shape.ts';
import { done } from '../navigation/navigator.ts';
import { noteWords } from '../words/error-words.ts';
import { isHere, questioned, type Draft } from './draft.ts';

interface PreviewCardProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}

/** The only code found, or one of several opened: names to correct, questions and oddities. */
export function PreviewCard({ draft, onChange }: PreviewCardProps) {
  const { t } = useTranslation();
  const { preview } = draft;
  if (isHere(draft)) return <AlreadyHere preview={preview} />;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center gap-4 tiny:flex-col tiny:items-start tiny:gap-2">
        <IssuerIcon issuer={draft.issuer} account={draft.account} size={52} />
        <div className="min-w-0">
          <p className="text-lg font-semibold wrap-anywhere">
            <bdi>{draft.issuer || draft.account || t('codes.unnamed')}</bdi>
          </p>
          <p className="text-hint text-soft">{shapeWords(preview, t)}</p>
        </div>
      </div>
      <Names draft={draft} onChange={onChange} />
      <Questions draft={draft} onChange={onChange} />
      <Notes preview={preview} />
      <ErrorNotice error={draft.error} />
    </div>
  );
}

/** Issuer and account, which can be corrected before they are kept. */
export function Names({ draft, onChange }: PreviewCardProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-3">
      <Field
        label={t('entry.issuer')}
        value={draft.issuer}
        limit={textLimits.label}
        onChange={(issuer) => onChange({ issuer })}
      />
      <Field
        label={t('entry.account')}
        value={draft.account}
        limit={textLimits.label}
        onChange={(account) => onChange({ account })}
      />
    </div>
  );
}

/** What only the person knows: is it Steam Guard, and does it replace another entry? */
export function Questions({ draft, onChange }: PreviewCardProps) {
  const { t } = useTranslation();
  const { preview } = draft;
  const duplicate = questioned(draft);
  return (
    <>
      {preview.askSteam && (
        <div className="flex flex-col gap-1">
          <Choice
            label={t('add.steamQuestion')}
            value={draft.steam === null ? null : draft.steam ? 'yes' : 'no'}
            onChange={(answer) => onChange({ steam: answer === 'yes' })}
            options={[
              { value: 'yes', label: t('add.steamYes') },
              { value: 'no', label: t('add.steamNo', { count: preview.digits }) },
            ]}
          />
          <p className="text-hint text-soft">{t('add.steamText')}</p>
        </div>
      )}
      {duplicate !== null && (
        <DuplicateQuestion
          duplicate={duplicate}
          newcomer={{ ...preview, ...steamShape(draft), issuer: draft.issuer, account: draft.account }}
          onSameSecret={draft.onSameSecret}
          onSameName={draft.onSameName}
          onAnswer={(answers) => onChange({ ...answers, error: null })}
        />
      )}
    </>
  );
}

/** How a preview changes if the person says that it is Steam Guard. */
function steamShape({ steam }: Draft): Partial<SettingsView> {
  return steam === true ? { kind: 'steam', algorithm: 'SHA1', digits: 5, period: 30 } : {};
}

/** What could not be taken as it was. */
export function Notes({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const lines = preview.notes
    .filter(({ code }) => code !== 'STEAM_ISSUER')
    .map((note) => ({
      key: `${note.code} ${note.parameter ?? ''}`,
      text:
        note.code === 'ISSUER_DISAGREES' && preview.labelIssuer !== null
          ? t('add.labelIssuer', { issuer: preview.labelIssuer })
          : noteWords(note, t),
    }));
  if (lines.length === 0) return null;
  return (
    <Notice>
      <ul className="flex flex-col gap-1">
        {lines.map((line) => (
          <li key={line.key}>{line.text}</li>
        ))}
      </ul>
    </Notice>
  );
}

function AlreadyHere({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const { duplicate } = preview;
  if (duplicate === null) return null;
  return (
    <div className="flex flex-col items-center gap-3 py-4 text-center">
      <IssuerIcon issuer={duplicate.issuer} account={duplicate.account} size={52} />
      <p className="text-pretty text-soft">{t('add.alreadyHereText', { name: nameOf(duplicate, t) })}</p>
      <Button look="primary" autoFocus onPress={() => done({ at: 'list', shows: duplicate.entryId })}>
        {t('add.showIt')}
      </Button>
    </div>
  );
}
