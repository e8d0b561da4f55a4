import type { ReactNode } from 'react';
import { FieldError, Label, Text, TextField, type TextFieldProps } from 'react-aria-components';

interface FieldFrameProps extends Omit<TextFieldProps, 'className' | 'children'> {
  label: string;
  hint?: string | undefined;
  /** Why the value is not accepted. */
  wrong?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** A field's label above it, and a hint or an error below. */
export function FieldFrame({ label, hint, wrong, className = '', children, ...rest }: FieldFrameProps) {
  return (
    <TextField
      {...rest}
      // The error is shown; it must not keep the next try from being sent.
      validationBehavior="aria"
      isInvalid={wrong !== undefined}
      className={`flex flex-col gap-1.5 ${className}`}
    >
      <Label className="text-hint font-medium">{label}</Label>
      {children}
      {hint !== undefined && wrong === undefined && (
        <Text slot="description" className="text-hint text-soft">
          {hint}
        </Text>
      )}
      <FieldError className="text-hint text-danger">{wrong}</FieldError>
    </TextField>
  );
}
