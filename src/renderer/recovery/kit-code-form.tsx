import { useState } from 'react';
import type { Act } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Form } from '../design/form.tsx';
import { isOfKitCode, KitCodeField } from './kit-code-field.tsx';
import { imageOf, typedCode, type KitReading } from './kit-reading.ts';
import { KitScan } from './kit-scan.tsx';
import { useGivenImage } from './use-given-image.ts';

interface KitCodeFormProps {
  act: Act<KitReading>;
  label: string;
  look?: 'primary' | 'quiet';
  autoFocus?: boolean;
}

/** Asks for the page's recovery code; also takes its QR code from the screen or a picture, pasted or dropped. */
export function KitCodeForm({ act, label, look = 'primary', autoFocus = true }: KitCodeFormProps) {
  const [text, setText] = useState('');
  const [isScan, setScan] = useState(false);
  const { error } = act;
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
      <KitCodeField value={text} onChange={setText} error={isScan ? null : error} autoFocus={autoFocus} />
      {!isScan && !isOfKitCode(error) && <ErrorNotice error={error} />}
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
