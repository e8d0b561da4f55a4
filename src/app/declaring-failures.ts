import { mapEventIterator } from '@orpc/client';
import { ORPCError, os } from '@orpc/server';
import { Failure } from './failure.ts';
import type { Ports } from './ports.ts';

/** What the window's router is made with: each procedure ends in an error that it declares, or in one that tells nothing. */
export function declaringFailures(ports: Pick<Ports, 'log'>) {
  return os.use(async ({ next, path, procedure }) => {
    const declaredCodes = Object.keys(procedure['~orpc'].errorMap);
    const asDeclared = (error: unknown) => declared(error, { path, codes: declaredCodes }, ports);
    try {
      const result = await next();
      if (!isEvents(result.output)) return result;
      // Errors that occur later, while events are streaming, are declared in the same way.
      const output = mapEventIterator(result.output, {
        value: async (value) => value,
        error: async (error) => asDeclared(error),
      });
      return { ...result, output };
    } catch (error) {
      throw asDeclared(error);
    }
  });
}

/**
 * Turns a failure that the procedure declares (`codes`) into the contract's error. Anything else is a bug: it is
 * reported here, once, and reaches the window as INTERNAL_SERVER_ERROR without its details, which could contain
 * anything.
 */
function declared(
  error: unknown,
  { path, codes }: { path: readonly string[]; codes: readonly string[] },
  { log }: Pick<Ports, 'log'>,
): unknown {
  if (error instanceof ORPCError) return error;
  // The window closed before the answer arrived; nobody is there to read it.
  if (error instanceof Error && error.name === 'AbortError') return error;
  if (error instanceof Failure && codes.includes(error.code)) {
    return new ORPCError(error.code, { data: error.data });
  }
  log.error('unexpected', {
    procedure: path.join('.'),
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return new ORPCError('INTERNAL_SERVER_ERROR');
}

function isEvents(output: unknown): output is AsyncGenerator<unknown, unknown, void> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}
