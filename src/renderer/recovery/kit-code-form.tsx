import { useEffect, useRef, useState } from 'react';
import { TextArea } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { textLimits } from '../../contract/limits.ts';
import type { Act } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { useUnsaved } from '../design/unsaved.tsx';
import { useLimit } from '../design/use-limit.ts';
import { ErrorNotice } from '../design/error-notice.tsx';
import { contractCode, errorField, errorWords } from '../words/error-words.ts';
import { charactersOf, codeLength, inGroups, rangeOfGroup } from './code-groups.ts';
import { imageOf, typedCode, type KitReading } from './kit-reading.ts';
import { KitScan } from './kit-scan.tsx';
import { useGivenImage } from './use-given-image.ts';
import { Form } from '../design/form.tsx';
import { FieldFrame } from '../design/field-frame.tsx';

interface KitCodeFormProps {
  act: Act<KitReading>;
  label: string;
  look?: 'primary' | 'quiet';
  autoFocus?: boolean;
}

const codeTroubles: ReadonlySet<string> = new Set(['KIT_TYPO', 'KIT_LENGTH', 'KIT_WRONG']);

/**
 * Asks for the page's recovery code: groups it during typing, and points out the group with a mistake. Also
 * takes its QR code from the screen or a picture, pasted or dropped.
 */
export function KitCodeForm({ act, label, look = 'primary', autoFocus = true }: KitCodeFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isScan, setScan] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const { error } = act;
  useUnsaved(text !== '');
  const code = contractCode(error);
  const isOfCode = !isScan && code !== null && codeTroubles.has(code);
  const words = isOfCode ? errorWords(error, t) : undefined;
  const wrong = useLimit(area, text, textLimits.recoveryCode) ?? (words && `${words.title}. ${words.text}`);

  useEffect(() => {
    const field = area.current;
    const wrong = contractCode(error) === 'KIT_TYPO' ? errorField(error, 'group') : undefined;
    if (field === null || typeof wrong !== 'number') return;
    field.focus();
    field.setSelectionRange(...rangeOfGroup(field.value, wrong));
  }, [error]);

  const submit = () => {
    if (text.trim() === '') return;
    setScan(false);
    act.run(typedCode(text));
  };
  const scan = (read: KitReading) => {
    setScan(true);
    act.run(read);
  };
  useGivenImage((image) => scan(imageOf(image)));
  return (
    <Form className="flex flex-col gap-4" onSend={submit}>
      <FieldFrame
        label={t('recovery.code')}
        hint={t('recovery.codeHint', { typed: charactersOf(text), all: codeLength })}
        wrong={wrong}
        value={text}
        onChange={(next) => {
          const isAtEnd = area.current?.selectionStart === next.length;
          setText(isAtEnd && next.length > text.length ? inGroups(next) : next);
        }}
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck="false"
      >
        <TextArea
          ref={area}
          rows={2}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
          className="selectable w-full resize-none rounded-xl border border-control bg-surface px-3 py-2 font-mono text-[0.9375rem] leading-relaxed tracking-wide text-ink uppercase data-[focused]:border-accent data-[focused]:outline-2 data-[focused]:-outline-offset-1 data-[focused]:outline-accent data-[invalid]:border-danger"
        />
      </FieldFrame>
      {!isOfCode && !isScan && <ErrorNotice error={error} />}
      <Button
        type="submit"
        look={look}
        className="w-full"
        isPending={act.isPending && !isScan}
        isDisabled={text.trim() === ''}
      >
        {label}
      </Button>
      <KitScan onRead={scan} isPending={act.isPending && isScan} />
      {isScan && <ErrorNotice error={error} />}
    </Form>
  );
}
