import { spawnSync } from 'node:child_process';

/** A Python that has the module, or null: the one in the search path, else the system's own, where packages put it. */
export function pythonWith(module: string): string | null {
  const pythons = ['python3', '/usr/bin/python3'];
  return pythons.find((python) => spawnSync(python, ['-c', `import ${module}`]).status === 0) ?? null;
}
