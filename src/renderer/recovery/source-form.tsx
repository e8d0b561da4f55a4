import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { createFrames, type Frames } from '../camera/frames.ts';
import type { Act } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Form } from '../design/form.tsx';
import { cameraOf, imageOf, typedCode, type KitReading, type KitSources } from './kit-reading.ts';
import { SourceScan, type ScanWords } from './source-scan.tsx';
import { useGivenImage } from './use-given-image.ts';

export interface SourceFormProps {
  act: Act<KitReading>;
  label: string;
  look?: 'primary' | 'quiet';
  autoFocus?: boolean;
}

/** What the field of a form is given. */
export interface SourceFieldProps {
  value: string;
  onChange: (text: string) => void;
  /** What the last call with the text ended in; errors that are not about the text are not shown here. */
  error: unknown;
  autoFocus: boolean;
}

interface Subject {
  Field: (props: SourceFieldProps) => ReactNode;
  /** Whether an error is about the text in the field, and so shown at it. */
  isOfField: (error: unknown) => boolean;
  says: ScanWords;
}

/** Typed, or by a scan of the QR code, and where the code comes from. */
type Begin = readonly [way: 'typed' | 'scan', sources: (signal: AbortSignal) => KitSources];

/**
 * Asks for what a QR code holds as well; takes that from the screen, a camera or a picture, pasted or dropped. What begins
 * during a scan ends that scan.
 */
export function SourceForm({
  act,
  label,
  look = 'primary',
  autoFocus = true,
  Field,
  isOfField,
  says,
}: SourceFormProps & Subject) {
  const [text, setText] = useState('');
  const [isScan, setScan] = useState(false);
  const [isStopped, setStopped] = useState(false);
  const [frames, setFrames] = useState<Frames | null>(null);
  const running = useRef(new AbortController());
  const next = useRef<Begin>(null);
  useEffect(() => () => running.current.abort(), []);
  const error = isStopped ? null : act.error;

  const stop = () => {
    running.current.abort();
    setStopped(true);
  };
  const begin = (...[way, sources]: Begin) => {
    if (act.isPending) {
      if (isScan) {
        next.current = [way, sources];
        stop();
      }
      return;
    }
    running.current = new AbortController();
    const { signal } = running.current;
    setScan(way === 'scan');
    setStopped(false);
    setFrames(null);
    act.run({ sources: sources(signal), signal });
  };
  const goOn = useEffectEvent(() => {
    if (next.current !== null) begin(...next.current);
    next.current = null;
  });
  useEffect(() => {
    if (!act.isPending) goOn();
  }, [act.isPending]);
  useGivenImage((image) => begin('scan', () => imageOf(image)));
  return (
    <Form
      className="flex flex-col gap-4"
      onSend={() => {
        if (text.trim() !== '') begin('typed', () => typedCode(text));
      }}
    >
      <Field value={text} onChange={setText} error={isScan ? null : error} autoFocus={autoFocus} />
      {!isScan && !isOfField(error) && <ErrorNotice error={error} />}
      <Button
        type="submit"
        look={look}
        className="w-full"
        isPending={act.isPending && !isScan}
        isDisabled={text.trim() === ''}
      >
        {label}
      </Button>
      <SourceScan
        says={says}
        onRead={(sources) => begin('scan', () => sources)}
        onCamera={() =>
          begin('scan', (signal) => {
            const given = createFrames(signal);
            setFrames(given);
            return cameraOf(given);
          })
        }
        onStop={stop}
        frames={frames}
        isPending={act.isPending && isScan}
        isStopped={isStopped}
      />
      {isScan && <ErrorNotice error={error} />}
    </Form>
  );
}
