import { type ComponentType, memo, type ReactNode, startTransition, useEffect, useState } from 'react';

/** Where browsers don't tell, somebody may have pressed something. */
const isUntouched = () => navigator.userActivation?.hasBeenActive === false;

/**
 * A component whose code is loaded when it is drawn for the first time, or before by `preload`; `meanwhile` stands in for it.
 * Where it `isLarge`, it is drawn in pieces even where its code is there already, for as long as nobody has pressed anything:
 * what is typed right after a press has to find it there.
 *
 * In place of React's `lazy`: that draws its fallback even where the code is there already, and then holds back what it
 * stands in for by up to 300 ms. Where the code cannot be loaded, drawing fails; of what `isAside`, `meanwhile` stays.
 */
export function deferred<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile: ReactNode = null,
  { isLarge = false, isAside = false }: { readonly isLarge?: boolean; readonly isAside?: boolean } = {},
): ComponentType<P> & { readonly preload: () => void } {
  let loaded: ComponentType<P> | undefined;
  const bring = async () => {
    loaded ??= await load();
  };
  function Deferred(props: P) {
    const [state, setState] = useState<{ Shown?: ComponentType<P> | undefined; error?: unknown }>(() => ({
      Shown: isLarge && isUntouched() ? undefined : loaded,
    }));
    const { Shown } = state;
    useEffect(() => {
      if (Shown !== undefined) return;
      bring().then(
        // In pieces: what comes late is often large, and keys should not wait for it.
        () => startTransition(() => setState({ Shown: loaded })),
        (error: unknown) => setState({ error }),
      );
    }, [Shown]);
    if ('error' in state && !isAside) throw state.error;
    return Shown === undefined ? meanwhile : <Shown {...props} />;
  }
  // What fails here is tried again when it is drawn, and said then.
  // What is large is not drawn again with all that it stands in.
  const Kept = memo(Deferred) as unknown as ComponentType<P>;
  return Object.assign(Kept, { preload: () => void bring().catch(() => undefined) });
}
