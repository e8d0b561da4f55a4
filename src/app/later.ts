import { lazy, type AnyRouter, type Lazy } from '@orpc/server';

/**
 * A part of the window's router that loads when it is first called, with its contract: a command of the terminal
 * needs a few of them. A host of a window loads all (`unlazyRouter`) before it serves any, so that calls begin in the
 * order in which they came.
 * @param load the module of the part
 * @param make makes the part; called once
 */
export function later<Module, Part extends AnyRouter>(
  load: () => Promise<Module>,
  make: (module: Module) => Part,
): Lazy<Part> {
  let part: Promise<{ default: Part }> | undefined;
  return lazy(() => (part ??= load().then((module) => ({ default: make(module) }))));
}
