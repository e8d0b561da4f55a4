import { CircleAlert, ClipboardList, FileCheck, LockKeyhole, QrCode } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../contract/imports.ts';
import { useStore } from '../connection/store.ts';
import { Button } from '../design/button.tsx';
import { Form } from '../design/form.tsx';
import { Rows } from '../design/rows.tsx';
import { PassphraseField } from '../security/passphrase-field.tsx';
import { contractCode, errorField, errorWords } from '../words/error-words.ts';
import { ScanButton } from './box.tsx';
import type { Importing } from './import-controller.ts';
import { MovingHelp } from './moving-help.tsx';
import { problemWords } from './row-words.ts';
import { Working } from './working.tsx';

/** How many of a source's remarks are said one by one. */
const fewNotes = 4;

/** What was read: which application each source comes from, how much it gave, and what it still needs. */
export function Sources({ importing, sources }: { importing: Importing; sources: readonly SourceView[] }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('imports.sources')} className="flex flex-col gap-3">
      <Rows>
        {sources.map((source) => (
          <Source key={source.source} importing={importing} source={source} />
        ))}
      </Rows>
      {sources.some(isUnknown) && <MovingHelp />}
    </section>
  );
}

function isUnknown({ trouble }: SourceView): boolean {
  return trouble === 'UNKNOWN_FORMAT' || trouble === 'UNKNOWN_OR_ENCRYPTED';
}

function Source({ importing, source }: { importing: Importing; source: SourceView }) {
  const { t } = useTranslation();
  const { trouble } = source;
  // A list of addresses is no application's own format.
  const formatName = source.format === 'otpauth' ? t('imports.sourceList') : source.formatName;
  const isLocked = trouble === 'PASSPHRASE_MISSING' || trouble === 'PASSPHRASE_WRONG';
  const isWrong = trouble !== null && !isLocked;
  const name = sourceName(source, t);
  const Icon = isWrong ? CircleAlert : isLocked ? LockKeyhole : icons[source.from];
  return (
    <div className="flex items-start gap-3.5 px-4 py-3">
      <Icon
        size={20}
        aria-hidden
        className={`mt-0.5 shrink-0 ${isWrong ? 'text-danger' : isLocked ? 'text-urgent' : 'text-accent'}`}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className="min-w-0 font-medium wrap-anywhere">
            <bdi>{formatName ?? name}</bdi>
            {formatName !== null && <span className="ms-2 font-normal text-soft">{name}</span>}
          </p>
          <p className="text-hint text-soft">
            {isLocked && t('imports.sourceLocked')}
            {trouble === null && t('imports.sourceRows', { count: source.rows })}
          </p>
        </div>
        {isWrong && <p className="text-hint text-pretty">{t(`transferReasons.${trouble}`)}</p>}
        {trouble === 'UNKNOWN_OR_ENCRYPTED' && (
          <PerhapsPassphrase importing={importing} source={source.source} name={name} />
        )}
        {isLocked && <Passphrase importing={importing} source={source.source} name={name} />}
        <Notes importing={importing} notes={source.notes} />
      </div>
    </div>
  );
}

const icons = { file: FileCheck, text: ClipboardList, codes: QrCode };

function sourceName({ name, from }: SourceView, t: TFunction): string {
  return name ?? (from === 'codes' ? t('imports.sourceCodes') : t('imports.sourceText'));
}

interface PassphraseProps {
  importing: Importing;
  source: number;
  name: string;
}

/** Nothing marks the file, so only the person can know that a passphrase opens it. */
function PerhapsPassphrase(props: PassphraseProps) {
  const { t } = useTranslation();
  const [hasOne, setHasOne] = useState(false);
  if (hasOne) return <Passphrase {...props} />;
  return (
    <Button size="small" className="self-start" onPress={() => setHasOne(true)}>
      {t('imports.hasPassphrase')}
    </Button>
  );
}

/** Opens an encrypted source; a wrong passphrase is said at the field. */
function Passphrase({ importing, source, name }: PassphraseProps) {
  const { t } = useTranslation();
  const { opening, failed } = useStore(importing.state);
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<HTMLDivElement>(null);
  const error = failed?.source === source ? wrongWords(failed.error, t) : undefined;
  useEffect(() => {
    if (error !== undefined) field.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (opening.has(source)) {
    return (
      <Working
        label={t('imports.opening', { name })}
        done={null}
        longText={t('imports.openingLong')}
        onStop={() => importing.stop(source)}
      />
    );
  }
  return (
    <Form
      className="flex flex-col items-start gap-3"
      onSend={() => {
        if (passphrase !== '') void importing.unlock(source, passphrase);
      }}
    >
      {/* With room for what is said below the field: the bar at the bottom would lie over it. */}
      <div ref={field} className="w-full max-w-md scroll-mb-36 [&_input]:scroll-mb-52">
        <PassphraseField
          autoFocus
          label={t('imports.passphraseOf', { name })}
          hint={t('imports.passphraseHint')}
          value={passphrase}
          onChange={setPassphrase}
          error={error}
        />
      </div>
      <Button type="submit" look="primary" isDisabled={passphrase === ''}>
        {t('imports.unlock')}
      </Button>
    </Form>
  );
}

function wrongWords(error: unknown, t: TFunction): string {
  if (contractCode(error) === 'SOURCE_UNREADABLE' && errorField(error, 'reason') === 'PASSPHRASE_WRONG') {
    return t('transferReasons.PASSPHRASE_WRONG');
  }
  const { title, text } = errorWords(error, t);
  return `${title}. ${text}`;
}

/** What concerns the source and none of its rows. Of a set of QR codes, how many were read, and the next step. */
function Notes({ importing, notes }: { importing: Importing; notes: SourceView['notes'] }) {
  const { t } = useTranslation();
  const distinct = [...new Map(notes.map((note) => [`${note.code} ${note.subject}`, note])).values()];
  const sets = distinct.filter(({ code }) => code === 'BATCH_INCOMPLETE');
  const others = distinct.filter(({ code }) => code !== 'BATCH_INCOMPLETE');
  return (
    <>
      {sets.map(({ subject }) => {
        const [read = '', of = ''] = subject.split('/');
        return (
          <div
            key={subject}
            role="status"
            className="flex flex-wrap items-center justify-between gap-3 rounded-xl bg-note px-3.5 py-2.5"
          >
            <div>
              <p className="font-medium">{t('imports.partsRead', { read, of })}</p>
              <p className="text-hint">{t('imports.scanNextText')}</p>
            </div>
            <ScanButton importing={importing} size="small" label={t('imports.scanNext')} />
          </div>
        );
      })}
      {others.length > 0 && (
        <ul className="flex flex-col gap-0.5 text-hint text-soft">
          {others.slice(0, fewNotes).map((note) => (
            <li key={`${note.code} ${note.subject}`}>{problemWords(note, t)}</li>
          ))}
          {others.length > fewNotes && <li>{t('imports.allLines', { count: others.length - fewNotes })}</li>}
        </ul>
      )}
    </>
  );
}
