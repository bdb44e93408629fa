/** What has become of the work, as a shape. */
export type WorkShape = 'server' | 'device' | 'attention';

const paths: Readonly<Record<WorkShape, string>> = {
  server: 'M4 10.5 8.2 14.5 16 6',
  device: 'M10 4v9M6.5 9.8 10 13.3l3.5-3.5M5 16.5h10',
  attention: 'M10 4v7.5M10 15.4v.4',
};

/** A tick, an arrow into a tray, or an exclamation mark; the words beside it say the same. */
export function StatusShape({ shape }: { readonly shape: WorkShape }) {
  return (
    <svg className="app-status__shape" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
      <path
        d={paths[shape]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
