import { previewsContract } from '../../contract/previews.ts';
import { serve } from '../serve.ts';
import type { Previews } from './previews.ts';

/** The previews' part of the window's router. */
export function previewsRouter(previews: Previews) {
  return serve(previewsContract, {
    accept: (input) => previews.accept(input),
    acceptMany: (input) => previews.acceptMany(input.acceptances),
    discard: (input) => previews.discard(input.previewIds),
  });
}
