import type { ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components';

interface FormProps {
  onSend: () => void;
  className?: string;
  children: ReactNode;
}

/** Fields sent together, by Enter or a button. The fields report errors, not the browser. */
export function Form({ onSend, className = '', children }: FormProps) {
  return (
    <AriaForm
      validationBehavior="aria"
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
    </AriaForm>
  );
}
