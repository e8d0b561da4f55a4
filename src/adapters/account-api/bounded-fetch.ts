/**
 * Longest wait for a whole answer (a busy server takes time over a password), and its maximum size once
 * decompressed: an export of everything fits.
 */
const limits = { timeoutMs: 15_000, bytes: 8 * 1_024 * 1_024 } as const;

/** The other end answered, but not like a Latchkey service. */
export class StrangeAnswer extends Error {
  override readonly name = 'StrangeAnswer';
}

/** The other end is up but cannot answer now: the service, or something in front of it, says 5xx. */
export class ServerDown extends Error {
  override readonly name = 'ServerDown';
}

/** There was no connection, or it broke before the whole answer was there. Its cause is the system's error. */
export class BrokenConnection extends Error {
  override readonly name = 'BrokenConnection';
}

/**
 * Makes one request and reads its whole JSON answer, within limits of time and size. A stream of events is only begun
 * within the time, and then lasts. Follows no redirect: a Latchkey service sends none, and a proof is valid for one address
 * only.
 *
 * @param hungUp aborts it early
 * @throws StrangeAnswer for a redirect, an answer that is too large or not JSON; ServerDown for 5xx;
 * BrokenConnection; the reason of a signal that aborts, a DOMException
 */
export async function boundedFetch(request: Request, hungUp: AbortSignal): Promise<Response> {
  const late = new AbortController();
  const patience = setTimeout(() => late.abort(new DOMException('late', 'TimeoutError')), limits.timeoutMs);
  const signal = AbortSignal.any([request.signal, hungUp, late.signal]);
  try {
    return await answerTo(request, signal);
  } finally {
    clearTimeout(patience);
  }
}

async function answerTo(request: Request, signal: AbortSignal): Promise<Response> {
  const answer = await fetch(request, { redirect: 'manual', signal }).catch(broken);
  if (answer.type === 'opaqueredirect' || (answer.status >= 300 && answer.status < 400)) {
    await answer.body?.cancel();
    throw new StrangeAnswer('a redirect');
  }
  if (answer.status >= 500) {
    await answer.body?.cancel();
    throw new ServerDown(String(answer.status));
  }
  if (isOf(answer, /^text\/event-stream(?:\s*;|$)/i)) return answer;
  const bytes = await wholeBody(answer).catch(broken);
  if (!isJson(answer, bytes)) throw new StrangeAnswer('not JSON');
  const headers = new Headers(answer.headers);
  // These describe the bytes on the wire; the bytes here are decompressed.
  headers.delete('content-encoding');
  headers.delete('content-length');
  const { status, statusText } = answer;
  return new Response(bytes, { status, statusText, headers });
}

async function wholeBody(answer: Response) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    // Leaving the loop cancels the rest.
    if (size > limits.bytes) throw new StrangeAnswer('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `fetch` and the body of its answer report each failure below HTTP as a TypeError (WHATWG fetch, 5.6). */
function broken(error: unknown): never {
  throw error instanceof TypeError ? new BrokenConnection('no whole answer', { cause: error }) : error;
}

function isJson(answer: Response, bytes: Buffer): boolean {
  if (!isOf(answer, /^application\/json(?:\s*;|$)/i)) return false;
  try {
    JSON.parse(bytes.toString());
    return true;
  } catch {
    return false;
  }
}

function isOf({ headers }: Response, kind: RegExp): boolean {
  return kind.test(headers.get('content-type') ?? '');
}
