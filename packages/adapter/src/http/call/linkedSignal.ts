/** A signal that aborts with another one, until it is released. */
export interface LinkedSignal {
  readonly signal: AbortSignal;
  readonly release: () => void;
}

interface Group {
  readonly controllers: Set<AbortController>;
  readonly onAbort: () => void;
}

/**
 * Links signals to others with a single listener on each, however many calls share it: Node warns
 * about more than ten listeners, and AbortSignal.any keeps a trace of every call for as long as its source
 * lives.
 */
export function signalLinks(): (parent: AbortSignal | undefined) => LinkedSignal {
  const groups = new WeakMap<AbortSignal, Group>();

  const groupOf = (parent: AbortSignal): Group => {
    const known = groups.get(parent);
    if (known !== undefined) return known;
    const controllers = new Set<AbortController>();
    const onAbort = (): void => {
      for (const controller of controllers) controller.abort();
    };
    const group = { controllers, onAbort };
    groups.set(parent, group);
    return group;
  };

  return (parent) => {
    const controller = new AbortController();
    const { signal } = controller;
    if (parent === undefined) return { signal, release: () => undefined };
    if (parent.aborted) controller.abort();
    const { controllers, onAbort } = groupOf(parent);
    controllers.add(controller);
    if (controllers.size === 1) parent.addEventListener('abort', onAbort);
    const release = (): void => {
      controllers.delete(controller);
      if (controllers.size === 0) parent.removeEventListener('abort', onAbort);
    };
    return { signal, release };
  };
}
