import { useRef, useState } from 'react';
import { FieldError, Label, Text, TextArea as AriaTextArea, TextField } from 'react-aria-components';
import type { TextFieldProps } from 'react-aria-components';
import { useUnsaved } from '../../controls/unsaved.tsx';
import { useLimit } from '../../controls/use-limit.ts';

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
  useUnsaved(rest.value !== initial);
  const wrong = useLimit(area, rest.value, limit) ?? error;
  return (
    <TextField
      {...rest}
      validationBehavior="aria"
      isInvalid={wrong !== undefined}
      className="flex flex-col gap-1.5"
    >
      <Label className="text-[0.8125rem] font-medium">{label}</Label>
      <AriaTextArea
        ref={area}
        rows={4}
        className="selectable w-full resize-y rounded-xl border border-control bg-surface px-3 py-2 text-sm text-ink data-[focused]:border-accent data-[focused]:outline-2 data-[focused]:-outline-offset-1 data-[focused]:outline-accent data-[invalid]:border-danger"
      />
      {hint !== undefined && wrong === undefined && (
        <Text slot="description" className="text-[0.8125rem] text-soft">
          {hint}
        </Text>
      )}
      <FieldError className="text-[0.8125rem] text-danger">{wrong}</FieldError>
    </TextField>
  );
}
