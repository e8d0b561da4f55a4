import type { KeyboardEvent, Ref } from 'react';
import { textLimits } from '../../contract/limits.ts';

interface ComboFieldProps {
  label: string;
  text: string;
  onText: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** The id of the list below it. */
  listId: string;
  /** The id of the option that the keys are at; undefined if nothing is found. */
  activeId: string | undefined;
  fieldRef?: Ref<HTMLInputElement> | undefined;
  onBlur?: () => void;
  autoFocus?: boolean;
  className?: string;
}

/** The field of a search that keeps the focus while the keys choose among what it finds (WAI-ARIA's combobox). */
export function ComboField({
  label,
  text,
  onText,
  onKeyDown,
  listId,
  activeId,
  fieldRef,
  onBlur,
  autoFocus = false,
  className = '',
}: ComboFieldProps) {
  return (
    <input
      ref={fieldRef}
      role="combobox"
      aria-label={label}
      aria-expanded={activeId !== undefined}
      aria-controls={listId}
      aria-autocomplete="list"
      {...(activeId !== undefined && { 'aria-activedescendant': activeId })}
      value={text}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      placeholder={label}
      maxLength={textLimits.search}
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- it is opened to type in it
      autoFocus={autoFocus}
      className={`selectable h-full min-w-0 flex-1 bg-transparent outline-none! placeholder:text-soft ${className}`}
    />
  );
}
