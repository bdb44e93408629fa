import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { NotLoaded } from './not-loaded.tsx';

const toLoad: (() => Promise<unknown>)[] = [];

interface LateOptions<Props> {
  /** What is shown until the code has come; nothing unless told. */
  readonly meanwhile?: (props: Props) => ReactNode;
}

/**
 * A part of the app whose code comes by itself: when it is first shown, or earlier, since after the first paint
 * everything is fetched. Where it cannot be fetched, it says so in its place.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { meanwhile = () => null }: LateOptions<Props> = {},
): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() }));
  toLoad.push(load);
  return function Late(props: Props) {
    return (
      <NotLoaded>
        <Suspense fallback={meanwhile(props)}>
          <Part {...props} />
        </Suspense>
      </NotLoaded>
    );
  };
}

/** Fetches the code of all late parts, once the browser has nothing better to do. */
export function loadTheRest(): void {
  const loadAll = () => {
    // One that does not come now is fetched when it is shown.
    for (const load of toLoad) load().catch(() => undefined);
  };
  if ('requestIdleCallback' in window) window.requestIdleCallback(loadAll, { timeout: 2_000 });
  else globalThis.setTimeout(loadAll, 200);
}
