import { FieldError, Label, Text, TextArea as AriaTextArea, TextField } from 'react-aria-components';
import type { TextFieldProps } from 'react-aria-components';

interface TextAreaProps extends Omit<TextFieldProps, 'className' | 'children'> {
  label: string;
  hint?: string;
  error?: string | undefined;
}

/** Some lines of text to fill in; looks and speaks like a field. */
export function TextArea({ label, hint, error, ...rest }: TextAreaProps) {
  return (
    <TextField
      {...rest}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className="flex flex-col gap-1.5"
    >
      <Label className="text-[0.8125rem] font-medium">{label}</Label>
      <AriaTextArea
        rows={4}
        className="selectable w-full resize-y rounded-xl border border-control bg-surface px-3 py-2 text-sm text-ink data-[focused]:border-accent data-[focused]:outline-2 data-[focused]:-outline-offset-1 data-[focused]:outline-accent data-[invalid]:border-danger"
      />
      {hint !== undefined && error === undefined && (
        <Text slot="description" className="text-[0.8125rem] text-soft">
          {hint}
        </Text>
      )}
      <FieldError className="text-[0.8125rem] text-danger">{error}</FieldError>
    </TextField>
  );
}
