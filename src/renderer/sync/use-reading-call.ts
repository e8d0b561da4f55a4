import type { KitSource } from '../../contract/recovery.ts';
import { withoutCalledOff } from '../account/shared/use-call.ts';
import { withStepUp } from '../account/step-up/ask.ts';
import { useAct, type Act } from '../connection/use-act.ts';
import { tryKit, type KitReading } from '../recovery/kit-reading.ts';

/**
 * A call with what a person typed or what a QR code held. After a fresh check, the same source is read once more: its
 * sources can't be gone through twice.
 */
export function useReadingCall<Output>(
  call: (source: KitSource, options: { signal: AbortSignal }) => Promise<Output>,
  missing: 'KIT_NOT_SEEN' | 'JOIN_NOT_SEEN',
  onDone: (output: Output) => void,
): Act<KitReading> {
  return withoutCalledOff(
    useAct(
      async (_, reading: KitReading) =>
        tryKit(reading, async (source, options) => withStepUp(async () => call(source, options)), missing),
      onDone,
    ),
  );
}
