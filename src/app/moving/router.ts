import { movingContract } from '../../contract/moving.ts';
import { serve } from '../serve.ts';
import type { Moving } from './moving.ts';

/** The part of the window's router for the lists of sites to move. */
export function movingRouter(moving: Moving) {
  return serve(movingContract, {
    watch: (_, signal) => moving.watch(signal),
    add: (input) => moving.add(input.app, input.names),
    rename: (input) => moving.rename(input.id, input.name),
    setMoved: (input) => moving.setMoved(input.id, input.isMoved),
    remove: (input) => moving.remove(input.id),
  });
}
