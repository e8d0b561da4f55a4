import { useRef, useState } from 'react';
import { TextArea as AriaTextArea } from 'react-aria-components';
import type { TextFieldProps } from 'react-aria-components';
import { FieldFrame } from './field-frame.tsx';
import { useUnsaved } from './unsaved.tsx';
import { useLimit } from './use-limit.ts';

interface TextAreaProps extends Omit<
  TextFieldProps,
  'className' | 'children' | 'maxLength' | 'defaultValue'
> {
  label: string;
  value: string;
  hint?: string;
  error?: string | undefined;
  /** The maximum number of characters, as `Field` counts them. */
  limit?: number;
}

/** A multi-line text field; looks and behaves like `Field`. */
export function TextArea({ label, hint, error, limit, ...rest }: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [initial] = useState(rest.value);
  useUnsaved(rest.value !== initial, area);
  const wrong = useLimit(area, rest.value, limit) ?? error;
  return (
    <FieldFrame {...rest} label={label} hint={hint} wrong={wrong}>
      <AriaTextArea
        ref={area}
        rows={4}
        className="selectable w-full resize-y rounded-xl border border-control bg-surface px-3 py-2 text-sm text-ink transition-colors placeholder:text-soft data-[disabled]:bg-sunken data-[disabled]:text-soft data-[hovered]:border-soft data-[focused]:border-accent data-[focused]:outline-2 data-[focused]:-outline-offset-1 data-[focused]:outline-accent data-[invalid]:border-danger"
      />
    </FieldFrame>
  );
}
