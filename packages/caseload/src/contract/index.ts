/**
 * What every implementation of a port must do, as tests for vitest.
 *
 * ```ts
 * storeContract('my store', () => {
 *   const place = freshPlace();
 *   return { open: () => myStore(place) };
 * });
 * ```
 *
 * @packageDocumentation
 */
export { clockContract } from './clock-contract.ts';
export type { TabPorts } from './device.ts';
export { type EditorAtWork, editorsContract } from './editors-contract.ts';
export { locksContract } from './locks-contract.ts';
export { type StorePlace, storeContract } from './store-contract.ts';
export { tabChannelContract } from './tab-channel-contract.ts';
export { tabsContract } from './tabs-contract.ts';
