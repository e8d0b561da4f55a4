import type { ReactNode, Ref } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import type { TextFieldProps } from 'react-aria-components';
import { firstFocusProps } from './first-focus.ts';

interface FieldProps extends Omit<TextFieldProps, 'className' | 'children'> {
  label: string;
  hint?: string;
  /** Why the value cannot stay; shown in words below. */
  error?: string | undefined;
  className?: string;
  inputClassName?: string;
  inputRef?: Ref<HTMLInputElement>;
  /** Stands inside, at the end: a button that shows a passphrase, say. */
  after?: ReactNode;
}

/** A line of text to fill in, with its label above, and a hint or what is wrong below. */
export function Field({
  label,
  hint,
  error,
  className = '',
  inputClassName = '',
  inputRef,
  after,
  ...rest
}: FieldProps) {
  return (
    <TextField
      {...rest}
      // What is wrong is said; it must not keep the next try from being sent.
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={`flex flex-col gap-1.5 ${className}`}
    >
      <Label className="text-[0.8125rem] font-medium">{label}</Label>
      <div className="relative flex">
        <Input
          {...(inputRef !== undefined && { ref: inputRef })}
          {...firstFocusProps(rest.autoFocus)}
          className={`selectable h-10 w-full min-w-0 rounded-xl border border-control bg-surface px-3 text-sm text-ink data-[focused]:border-accent data-[focused]:outline-2 data-[focused]:-outline-offset-1 data-[focused]:outline-accent data-[invalid]:border-danger ${after === undefined ? '' : 'pr-11'} ${inputClassName}`}
        />
        {after !== undefined && <div className="absolute inset-y-0 right-0.5 flex items-center">{after}</div>}
      </div>
      {hint !== undefined && error === undefined && (
        <Text slot="description" className="text-[0.8125rem] text-soft">
          {hint}
        </Text>
      )}
      <FieldError className="text-[0.8125rem] text-danger">{error}</FieldError>
    </TextField>
  );
}
