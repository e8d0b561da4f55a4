import type { EventEmitter } from 'node:events';

/** One of Electron's many-typed `on` and `once`: all of them are one function to the emitter behind. */
export function listenTo<Self>(emitter: EventEmitter, self: () => Self) {
  return (event: string, listener: (...details: never[]) => void): Self => {
    emitter.on(event, (...details: unknown[]) => void Reflect.apply(listener, undefined, details));
    return self();
  };
}
