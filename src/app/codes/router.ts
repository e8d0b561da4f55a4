import { codesContract } from '../../contract/codes.ts';
import { serve } from '../serve.ts';
import type { Codes } from './codes.ts';

/** The codes' part of the window's router. */
export function codesRouter(codes: Codes) {
  return serve(codesContract, {
    watch: (_, signal) => codes.watch(signal),
    advance: (input) => codes.advance(input.id),
    copy: (input) => codes.copy(input.id, input.which),
    copyKey: (input) => codes.copyKey(input.key),
  });
}
