import { exportsContract } from '../../contract/exports.ts';
import { importsContract } from '../../contract/imports.ts';
import { serve } from '../serve.ts';
import type { Exports } from './exports.ts';
import type { Imports } from './imports.ts';

/** The part of the window's router for what is brought in. */
export function importsRouter(imports: Imports) {
  return serve(importsContract, {
    read: (input, signal) => imports.read(input, signal),
    unlock: (input, signal) => imports.unlock(input, signal),
    report: (input) => imports.report(input.importId),
    secret: (input) => imports.secret(input.importId, input.row),
    code: (input) => imports.code(input.importId, input.row),
    apply: (input) => imports.apply(input),
    discard: (input) => imports.discard(input.importId),
  });
}

/** The part of what is taken out. */
export function exportsRouter(exports: Exports) {
  return serve(exportsContract, exports);
}
