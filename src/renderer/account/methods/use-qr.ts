import { useEffect, useState } from 'react';
import { useApplication } from '../../connection/application.ts';

export interface Qr {
  readonly rows: readonly string[];
  /** The key for typing, in groups. */
  readonly key: string;
}

/** The pending authenticator's QR code: requested by the screen that shows it, and dropped with it. */
export function useQr(): { qr: Qr | null; error: unknown } {
  const { client } = useApplication();
  const [qr, setQr] = useState<Qr | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let isOver = false;
    client.account.methods.qr().then(
      (answer) => !isOver && setQr(answer),
      (reason: unknown) => !isOver && setError(reason),
    );
    return () => {
      isOver = true;
      setQr(null);
      setError(null);
    };
  }, [client]);
  return { qr, error };
}
