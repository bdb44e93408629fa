/**
 * The example app: several practitioners edit one whole-family plan at once.
 *
 * @packageDocumentation
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { loadTheRest } from './late/late.tsx';
import { keepAppOnDevice } from './offline/app-version.ts';
import { continueFromDevice } from './sign-in/signed-in.ts';
import { redirectPath } from './sign-in/issuer/redirect-path.ts';
import './styles/app.scss';

async function start(root: Element): Promise<void> {
  const isBack = window.location.pathname === redirectPath;
  const problem = isBack ? await (await import('./sign-in/issuer/come-back.ts')).comeBackFromIssuer() : null;
  await continueFromDevice();
  createRoot(root).render(
    <StrictMode>
      <App problem={problem} />
    </StrictMode>,
  );
  loadTheRest();
  // In development every file is asked for anew.
  if (import.meta.env.PROD) await keepAppOnDevice();
}

const root = document.querySelector('#root');
if (root !== null) void start(root);
