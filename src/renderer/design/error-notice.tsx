import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '../words/error-words.ts';
import { Notice } from './notice.tsx';

/** Describes a call's error and scrolls it into view; renders nothing without an error. */
export function ErrorNotice({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: newer browsers return a promise here, which is not an effect's clean-up.
    if (error !== null && error !== undefined) notice.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (error === null || error === undefined) return null;
  const { title, text } = errorWords(error, t);
  return (
    <Notice ref={notice} kind="error" title={title} isAlert>
      <p>{text}</p>
    </Notice>
  );
}
