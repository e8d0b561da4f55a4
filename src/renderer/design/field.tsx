import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { ReactNode, Ref, RefObject } from 'react';
import { Input } from 'react-aria-components';
import type { TextFieldProps } from 'react-aria-components';
import { FieldFrame } from './field-frame.tsx';
import { firstFocusProps } from './first-focus.ts';
import { useUnsaved } from './unsaved.tsx';
import { useLimit } from './use-limit.ts';

interface FieldProps extends Omit<TextFieldProps, 'className' | 'children' | 'maxLength' | 'defaultValue'> {
  label: string;
  value: string;
  hint?: string;
  /** Why the value is not accepted; shown below the field. */
  error?: string | undefined;
  /** The maximum, in code points. The field accepts more, but reports it and does not send it. */
  limit?: number;
  /** The text that the limit counts, if the value is converted before it is sent. */
  counted?: string;
  /** The text is of use only for a moment and may be lost without a question. */
  isFleeting?: boolean;
  className?: string;
  inputClassName?: string;
  inputRef?: Ref<HTMLInputElement | null>;
  /** Stands inside the field at its end, such as a button that shows a passphrase. */
  after?: ReactNode;
}

/** A single-line text field, with its label above and a hint or an error below. */
export function Field({
  label,
  hint,
  error,
  limit,
  counted,
  isFleeting = false,
  className,
  inputClassName = '',
  inputRef,
  after,
  ...rest
}: FieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(inputRef, () => input.current);
  const [initial] = useState(rest.value);
  useUnsaved(!isFleeting && rest.value !== initial, input);
  const wrong = useLimit(input, counted ?? rest.value, limit) ?? error;
  useFocusWhenWrong(input, wrong !== undefined);
  return (
    <FieldFrame {...rest} label={label} hint={hint} wrong={wrong} className={className}>
      <div className="relative flex">
        <Input
          ref={input}
          {...firstFocusProps(rest.autoFocus)}
          className={`selectable h-10 w-full min-w-0 rounded-xl border border-control bg-surface px-3 text-sm text-ink transition-colors placeholder:text-soft data-[disabled]:bg-sunken data-[disabled]:text-soft data-[hovered]:border-soft data-[focused]:border-accent data-[focused]:outline-2 data-[focused]:-outline-offset-1 data-[focused]:outline-accent data-[invalid]:border-danger ${after === undefined ? '' : 'pe-11'} ${inputClassName}`}
        />
        {after !== undefined && <div className="absolute inset-y-0 end-0.5 flex items-center">{after}</div>}
      </div>
    </FieldFrame>
  );
}

/** From the button that sent its form, the focus goes to the field that is wrong: a screen reader says why. */
function useFocusWhenWrong(input: RefObject<HTMLInputElement | null>, isWrong: boolean): void {
  useEffect(() => {
    const active = document.activeElement;
    const isSent = active instanceof HTMLButtonElement && active.type === 'submit';
    if (isWrong && isSent && active.form !== null && active.form === input.current?.form)
      input.current.focus();
  }, [input, isWrong]);
}
